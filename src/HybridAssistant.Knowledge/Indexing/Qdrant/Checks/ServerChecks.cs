using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.QdrantCheckContext;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Rules of the connection.</summary>
internal static class ServerChecks
{
    public static IEnumerable<QdrantCheck> All { get; } =
    [
        new(
            "version",
            $"the server states a version from {QdrantVersion.Oldest.Text} on ({QdrantVersion.Newest.Text} is the newest whose rules were read)",
            async context =>
            {
                QdrantVersion version = await context.Connection.GetVersionAsync(context.Cancellation).ConfigureAwait(false);
                return version.IsUntried ? $"{version.Text}, newer than those whose rules were read" : version.Text;
            }),
        new("api key", "where a server has a key, a call without it is refused, and HealthCheck is not", KeyAsync),
    ];

    private static async Task<string> KeyAsync(QdrantCheckContext context)
    {
        QdrantOptions options = context.Connection.Options;
        using QdrantConnection keyless = QdrantConnection.Open(With(options, key: null), context.Time, NullLogger.Instance);
        string? without = await RefusalAsync(keyless, context.Cancellation).ConfigureAwait(false);
        if (without is null)
        {
            return string.IsNullOrEmpty(options.ApiKey) ? "the server asks for no key" : "the server asks for no key: whoever reaches it may read and write";
        }

        Require(without == nameof(StatusCode.Unauthenticated), $"{without} without a key");
        using QdrantConnection other = QdrantConnection.Open(With(options, options.ApiKey + "-not"), context.Time, NullLogger.Instance);
        string? wrong = await RefusalAsync(other, context.Cancellation).ConfigureAwait(false);
        Require(wrong is nameof(StatusCode.Unauthenticated) or nameof(StatusCode.PermissionDenied), $"{wrong ?? "an answer"} with another key");
        return $"{without} without a key, {wrong} with another one";
    }

    // The version is asked first, by HealthCheck: where that is refused too, this throws.
    private static async Task<string?> RefusalAsync(QdrantConnection connection, CancellationToken cancellationToken)
    {
        await connection.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.CallAsync(
                (client, call) => client.Collections.ListAsync(new ListCollectionsRequest(), call), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (KnowledgeIndexException failure) when (failure.InnerException is RpcException refused)
        {
            return refused.StatusCode.ToString();
        }
    }

    private static QdrantOptions With(QdrantOptions options, string? key) => new()
    {
        Address = options.Address,
        ApiKey = key,
        CertificateThumbprint = options.CertificateThumbprint,
        CallTimeout = options.CallTimeout,
        Attempts = options.Attempts,
    };
}
