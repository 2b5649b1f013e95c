using System.Globalization;
using System.Security.Cryptography;
using Grpc.Core;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Runs checks against a server, each in throw-away collections that are removed whatever happens.</summary>
/// <param name="connection">The connection.</param>
/// <param name="time">The clock.</param>
public sealed class QdrantCheckRun(QdrantConnection connection, TimeProvider time)
{
    /// <summary>Begin of the names of all collections that checks make.</summary>
    public const string Prefix = "hybrid-doctor-";

    /// <summary>Runs checks, one after another.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="progress">Told of each result.</param>
    /// <param name="cancellationToken">Ends the run; what the check at work made is removed.</param>
    /// <exception cref="KnowledgeIndexException">The server cannot be used at all: none answers, or none that takes this key.</exception>
    public async Task<IReadOnlyList<QdrantCheckResult>> RunAsync(
        IEnumerable<QdrantCheck> checks, IProgress<QdrantCheckResult>? progress = null, CancellationToken cancellationToken = default)
    {
        // A name of its own for each run: somebody else may be running the same checks.
        string run = Prefix + RandomNumberGenerator.GetHexString(12, lowercase: true);
        await RequireUsableAsync(cancellationToken).ConfigureAwait(false);
        var results = new List<QdrantCheckResult>();
        foreach (QdrantCheck check in checks)
        {
            string prefix = string.Create(CultureInfo.InvariantCulture, $"{run}-{results.Count}");
            QdrantCheckResult result = await RunAsync(check, prefix, cancellationToken).ConfigureAwait(false);
            results.Add(result);
            progress?.Report(result);
        }

        return results;
    }

    private async Task RequireUsableAsync(CancellationToken cancellationToken)
    {
        await connection.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        await connection.CallAsync(
            (client, call) => client.Collections.ListAsync(new ListCollectionsRequest(), call), cancellationToken).ConfigureAwait(false);
    }

    private async Task<QdrantCheckResult> RunAsync(QdrantCheck check, string prefix, CancellationToken cancellationToken)
    {
        var context = new QdrantCheckContext(connection, prefix, time, cancellationToken);
        QdrantCheckResult result;
        try
        {
            result = new QdrantCheckResult(check.Name, check.Rule, IsKept: true, await check.RunAsync(context).ConfigureAwait(false));
        }
        catch (KnowledgeIndexException failure)
        {
            result = new QdrantCheckResult(check.Name, check.Rule, IsKept: false, Describe(failure));
        }
        finally
        {
            await CleanUpAsync(context).ConfigureAwait(false);
        }

        return result;
    }

    // The server's own words: those for who runs an index name settings that a check does not have.
    private static string Describe(KnowledgeIndexException failure) =>
        failure.InnerException is RpcException refused ? $"{refused.StatusCode}: {refused.Status.Detail}" : failure.Message;

    private static async Task CleanUpAsync(QdrantCheckContext context)
    {
        try
        {
            await context.DisposeAsync().ConfigureAwait(false);
        }
        catch (KnowledgeIndexException)
        {
            // A server that fails in the middle of a check fails here too; the check has said so.
        }
    }
}
