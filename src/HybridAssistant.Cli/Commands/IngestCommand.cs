using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using HybridAssistant.Ingestion;
using Spectre.Console;

namespace HybridAssistant.Cli.Commands;

/// <summary>`hybrid ingest`: PDFs into the index.</summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "PDF files, or folders that are searched for them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Watch = new("--watch") { Description = "Go on, and take in what changes, until Ctrl-C." };

    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new Command("ingest", "Reads PDFs into the index; what is gone from under a folder leaves it.") { Paths, Watch, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = CliSession.Open(parsed, KeyValuePair.Create("Ingestion:WriterName", (string?)"hybrid ingest"));
        IngestionPipeline pipeline = session.Get<IngestionPipeline>();
        var output = new IngestionText(new LineWriter(AnsiConsole.Console), parsed.GetValue(Json));
        IngestionReport report = await IngestionDisplay.RunAsync(
            progress => pipeline.IngestAsync(parsed.GetRequiredValue(Paths), progress, cancellationToken), output);
        output.WriteSummary(report);
        if (parsed.GetValue(Watch))
        {
            await WatchAsync(session.Get<FolderWatcher>(), parsed.GetRequiredValue(Paths), output, cancellationToken);
            return ExitCode.Ok;
        }

        return report.IsComplete ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task WatchAsync(
        FolderWatcher watcher, IReadOnlyList<string> paths, IngestionText output, CancellationToken cancellationToken)
    {
        try
        {
            await watcher.WatchAsync(paths, output.WriteChanges, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how a watch ends.
        }
    }
}
