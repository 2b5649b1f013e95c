using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Output;

/// <summary>Facts and passages on one line.</summary>
internal static class EntryText
{
    private const int MaxPassage = 160;

    public static string Line(IndexEntry entry) => entry.Fact is { } fact ? Line(fact) : Line(entry.Passage!);

    /// <summary>"KX-200 · Hydraulics · max. working pressure (at 20 °C): 16 bar".</summary>
    public static string Line(Fact fact)
    {
        string address = string.Join(" · ", new[] { fact.Product, fact.Section, fact.Attribute }.Where(part => part.Length > 0));
        string condition = fact.Condition.Length > 0 ? $" ({fact.Condition})" : "";
        return $"{address}{condition}: {Value(fact)}";
    }

    /// <summary>The value with its unit.</summary>
    public static string Value(Fact fact) => fact.Unit.Length > 0 ? $"{fact.Value} {fact.Unit}" : fact.Value;

    private static string Line(Passage passage)
    {
        string text = passage.Text.ReplaceLineEndings(" ");
        return $"\"{(text.Length > MaxPassage ? text[..MaxPassage] + "…" : text)}\"";
    }
}
