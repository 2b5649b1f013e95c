using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Ingestion;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid ingest`: PDFs into the index.</summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "PDF files, or folders that are searched for them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("ingest", "Reads PDFs into the index; what is gone from under a folder leaves it.") { Paths, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed, KeyValuePair.Create("Ingestion:WriterName", (string?)"hybrid ingest"));
        var output = new IngestionText(Console.Out, parsed.GetValue(Json));
        IngestionReport report = await IngestionDisplay.RunAsync(
            session.Get<IngestionPipeline>(), parsed.GetRequiredValue(Paths), output, cancellationToken);
        output.WriteSummary(report);
        return report.IsComplete ? ExitCode.Ok : ExitCode.Failed;
    }
}
