using HybridAssistant.Ingestion;
using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>Runs an ingestion under a bar on a terminal, with one line a document in any case.</summary>
internal static class IngestionDisplay
{
    public static Task<IngestionReport> RunAsync(Func<IProgress<IngestionProgress>, Task<IngestionReport>> ingest, IngestionText text) =>
        AnsiConsole.Profile.Out.IsTerminal
            ? AnsiConsole.Progress().AutoClear(true).StartAsync(context => ingest(new IngestionBar(context.AddTask("reading"), text)))
            : ingest(text);
}
