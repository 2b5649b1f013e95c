using HybridAssistant.Ingestion;
using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>Runs an ingestion under a bar on a terminal, with one line a document in any case.</summary>
internal static class IngestionDisplay
{
    public static Task<IngestionReport> RunAsync(
        IngestionPipeline pipeline, IReadOnlyList<string> paths, IngestionText text, CancellationToken cancellationToken) =>
        AnsiConsole.Profile.Out.IsTerminal
            ? AnsiConsole.Progress().AutoClear(true).StartAsync(context =>
                pipeline.IngestAsync(paths, new IngestionBar(context.AddTask("reading"), text), cancellationToken))
            : pipeline.IngestAsync(paths, text, cancellationToken);
}
