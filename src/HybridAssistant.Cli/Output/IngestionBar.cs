using HybridAssistant.Ingestion;
using Spectre.Console;

namespace HybridAssistant.Cli.Output;

/// <summary>Shows an ingestion as a bar, and says what became of each document above it.</summary>
internal sealed class IngestionBar(ProgressTask bar, IngestionText text) : IProgress<IngestionProgress>
{
    public void Report(IngestionProgress value)
    {
        bar.MaxValue = Math.Max(value.Total, 1);
        bar.Value = value.Done;
        bar.Description = Markup.Escape(value.Result is null
            ? $"{value.Stage.ToString().ToLowerInvariant()} {value.Document}"
            : value.Document);
        text.Report(value);
    }
}
