using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Cli.Output;

/// <summary>A fact as `hybrid documents show --facts --json` writes it: unknown strings are empty.</summary>
internal sealed record FactLine(
    string Doc,
    int Page,
    string Product,
    string Section,
    string Attribute,
    string Condition,
    string Value,
    string Unit,
    double[] Box,
    double Confidence)
{
    public static FactLine Of(Fact fact) => new(
        fact.Document,
        fact.Page,
        fact.Product,
        fact.Section,
        fact.Attribute,
        fact.Condition,
        fact.Value,
        fact.Unit,
        [Math.Round(fact.Box.X0, 2), Math.Round(fact.Box.Y0, 2), Math.Round(fact.Box.X1, 2), Math.Round(fact.Box.Y1, 2)],
        Math.Round(fact.Confidence, 3));
}
