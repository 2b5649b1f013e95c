using System.Text.Json;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Tests.Quantities;

/// <summary>The unit spellings and values that real sheets print, from the measurement data beside the repository.</summary>
public sealed class RealSpellingTests
{
    // Printed where a unit stands, but none: a factor of the value before it, and a typing aid of one table.
    private static readonly string[] NotUnits = ["k"];

    [Fact]
    public void Knows_the_units_of_real_sheets()
    {
        var unknown = Facts()
            .Select(f => f.Unit)
            .Where(u => u.Length > 0 && !NotUnits.Contains(u))
            .Distinct()
            .Where(u => UnitTable.Default.Find(u) is null);

        Assert.Empty(unknown);
    }

    [Fact]
    public void Splits_cells_of_real_sheets_into_the_printed_value_and_unit()
    {
        List<(string Value, string Unit)> cells = [.. Facts().Where(f => f.Unit.Length > 0 && char.IsAsciiDigit(f.Value[^1])).Distinct()];

        int right = cells.Count(c => ValueSplitter.Default.Split($"{c.Value} {c.Unit}") is [var part] && part.Value == c.Value && part.Unit == c.Unit);

        Assert.InRange((double)right / cells.Count, 0.97, 1);
    }

    private static IEnumerable<(string Value, string Unit)> Facts()
    {
        string path = SharedFolder.FindOrSkip("real-sheets/dev/facts.jsonl");
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument fact = JsonDocument.Parse(line);
            if (fact.RootElement.TryGetProperty("value", out JsonElement value) && value.GetString() is { Length: > 0 } printed)
            {
                yield return (printed, fact.RootElement.GetProperty("unit").GetString() ?? "");
            }
        }
    }
}
