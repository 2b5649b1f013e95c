using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Qdrant.Checks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;
using ValidationResult = System.ComponentModel.DataAnnotations.ValidationResult;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>Whether a Qdrant server keeps the rules that the index relies on, tried in throw-away collections.</summary>
internal sealed class QdrantDiagnosis(string address, string? apiKeyVariable, IConfiguration configuration)
{
    /// <summary>Runs all checks and writes what they found.</summary>
    /// <returns>Whether all rules are kept.</returns>
    /// <exception cref="BadInputException">No server answers there, or it takes no such key.</exception>
    public async Task<bool> RunAsync(bool json, CancellationToken cancellationToken)
    {
        try
        {
            using QdrantConnection connection = QdrantConnection.Open(Options(), TimeProvider.System, NullLogger.Instance);
            QdrantVersion version = await connection.GetVersionAsync(cancellationToken);
            var run = new QdrantCheckRun(connection, TimeProvider.System);
            IReadOnlyList<QdrantCheckResult> results = await ProgressDisplay.RunAsync(
                "checking", QdrantChecks.All.Length, progress => run.RunAsync(QdrantChecks.All, new CheckProgress(progress), cancellationToken));
            Write(results, version, json);
            return results.All(result => result.IsKept);
        }
        catch (KnowledgeIndexException unusable)
        {
            throw new BadInputException(Describe(unusable));
        }
    }

    private QdrantOptions Options()
    {
        // The time limits of the settings hold here too; their address and key are another server's.
        QdrantOptions options = configuration.GetSection(QdrantOptions.Section).Get<QdrantOptions>() ?? new QdrantOptions();
        options.Address = address;
        options.ApiKey = null;
        if (apiKeyVariable is not null)
        {
            options.ApiKey = Environment.GetEnvironmentVariable(apiKeyVariable) is { Length: > 0 } key
                ? key
                : throw new BadInputException($"The environment variable '{apiKeyVariable}' is not set; --api-key-env names the one that holds the API key.");
        }

        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
            ? options
            : throw new BadInputException(string.Join(
                Environment.NewLine,
                faults.Select(fault => fault.MemberNames.Contains(nameof(QdrantOptions.Address))
                    ? $"'{address}' is no address of a gRPC port. Give one such as http://localhost:6334."
                    : fault.ErrorMessage)));
    }

    private string Describe(KnowledgeIndexException unusable) => (unusable.InnerException as RpcException)?.StatusCode switch
    {
        StatusCode.Unauthenticated when apiKeyVariable is null =>
            $"Qdrant at '{address}' wants an API key. Name the environment variable that holds it with --api-key-env.",
        StatusCode.Unauthenticated or StatusCode.PermissionDenied =>
            $"Qdrant at '{address}' refuses {(apiKeyVariable is null ? "calls without an API key" : $"the API key of '{apiKeyVariable}'")}. It takes one that may create collections.",
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal or StatusCode.Unimplemented =>
            $"No Qdrant answers at '{address}' ({((RpcException)unusable.InnerException!).Status.Detail}). Give the address of its gRPC port, 6334 unless set otherwise.",
        _ => unusable.Message,
    };

    private void Write(IReadOnlyList<QdrantCheckResult> results, QdrantVersion version, bool json)
    {
        if (json)
        {
            foreach (QdrantCheckResult result in results)
            {
                Console.WriteLine(JsonSerializer.Serialize(result, CliJson.Readable.QdrantCheckResult));
            }

            return;
        }

        var table = new TextTable("", "check", "rule", "seen");
        foreach (QdrantCheckResult result in results)
        {
            table.Add(result.IsKept ? "ok" : "FAILED", result.Check, result.Rule, OneLine(result.Seen));
        }

        table.Write(AnsiConsole.Console);
        int failed = results.Count(result => !result.IsKept);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Qdrant {version.Text} at {address} keeps {results.Count - failed} of {results.Count} rules that the index relies on."));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private sealed class CheckProgress(IProgress<(int Done, int Of)> inner) : IProgress<QdrantCheckResult>
    {
        private int _done;

        public void Report(QdrantCheckResult value) => inner.Report((++_done, QdrantChecks.All.Length));
    }
}
