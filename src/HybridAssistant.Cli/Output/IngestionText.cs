using System.Globalization;
using System.Text.Json;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Ingestion;

namespace HybridAssistant.Cli.Output;

/// <summary>Says what became of each document, and fact by fact what a replacement changed.</summary>
internal sealed class IngestionText(LineWriter output, bool json) : IProgress<IngestionProgress>
{
    public void Report(IngestionProgress value)
    {
        if (value.Result is { } result)
        {
            Write(result);
        }
    }

    /// <summary>What a run of a watch changed.</summary>
    public void WriteChanges(IngestionReport report)
    {
        foreach (IngestionResult result in report.Results)
        {
            Write(result);
        }
    }

    /// <summary>The last line of a run.</summary>
    public void WriteSummary(IngestionReport report)
    {
        if (json)
        {
            return;
        }

        var outcomes = new[]
            {
                (IngestionOutcome.Added, "added"), (IngestionOutcome.Replaced, "replaced"), (IngestionOutcome.Unchanged, "unchanged"),
                (IngestionOutcome.Removed, "removed"), (IngestionOutcome.SetAside, "set aside"),
            }
            .Select(pair => (Count: report.Count(pair.Item1), Word: pair.Item2))
            .Where(pair => pair.Count > 0)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Count} {pair.Word}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{string.Join(", ", outcomes)} in {report.Elapsed.TotalSeconds:0.0} s"));
    }

    private void Write(IngestionResult result)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(IngestionLine.Of(result), CliJson.Readable.IngestionLine));
            return;
        }

        output.WriteLine($"{result.Document}: {Outcome(result)}");
        foreach (SheetFinding finding in result.Findings)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {(finding.Page > 0 ? $"p. {finding.Page}: " : "")}{finding.Message}"));
        }

        if (result is { Outcome: IngestionOutcome.Replaced, Change: { } change })
        {
            foreach (string line in ChangeReport.Lines(change))
            {
                output.WriteLine($"  {line}");
            }
        }
    }

    private static string Outcome(IngestionResult result) => result.Outcome switch
    {
        IngestionOutcome.Added => $"added, {Size(result)}",
        IngestionOutcome.Replaced => $"replaced, {Size(result)}",
        IngestionOutcome.Unchanged => "unchanged",
        IngestionOutcome.Removed => "removed: it is gone from its folder",
        _ => $"set aside: {result.Reason}",
    };

    private static string Size(IngestionResult result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.PageCount} pages, {result.FactCount} facts, {result.PassageCount} passages");
}
