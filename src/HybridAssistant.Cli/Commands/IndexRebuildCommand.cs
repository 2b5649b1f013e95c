using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Ingestion;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid index rebuild`: the index anew from the stored documents, while the old one is read.</summary>
internal static class IndexRebuildCommand
{
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("rebuild", "Makes the index anew from the stored documents.") { Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed, KeyValuePair.Create("Ingestion:WriterName", (string?)"hybrid index rebuild"));
        var output = new IngestionText(new LineWriter(AnsiConsole.Console), parsed.GetValue(Json));
        IndexRebuild rebuild = session.Get<IndexRebuild>();
        IngestionReport report = await IngestionDisplay.RunAsync(progress => rebuild.RunAsync(progress, cancellationToken), output);
        output.WriteSummary(report);
        return report.IsComplete ? ExitCode.Ok : ExitCode.Failed;
    }
}
