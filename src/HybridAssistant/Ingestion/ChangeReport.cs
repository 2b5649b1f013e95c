using System.Globalization;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>Says changes fact by fact, as a person reads them.</summary>
public static class ChangeReport
{
    /// <summary>One line a change: "KX-200 · max. working pressure: 16 bar -> 12 bar, p. 2".</summary>
    public static IEnumerable<string> Lines(SheetChange change) => change.Facts.Select(Line);

    /// <summary>The line of one change.</summary>
    public static string Line(FactChange change)
    {
        Fact fact = (change.After ?? change.Before)!;
        string value = change switch
        {
            { Before: null } => $"new: {Printed(fact)}",
            { After: null } => $"gone: {Printed(fact)}",
            _ => $"{Printed(change.Before, change.After)} -> {Printed(change.After, change.Before)}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Address(fact)}: {value}, p. {fact.Page}");
    }

    private static string Address(Fact fact)
    {
        string attribute = fact.Condition.Length > 0 ? $"{fact.Attribute} ({fact.Condition})" : fact.Attribute;
        return fact.Product.Length > 0 ? $"{fact.Product} · {attribute}" : attribute;
    }

    private static string Printed(Fact fact) => fact.Unit.Length > 0 ? $"{fact.Value} {fact.Unit}" : fact.Value;

    // Where value and unit stay, it is the condition that changed.
    private static string Printed(Fact fact, Fact other) =>
        Printed(fact) != Printed(other) ? Printed(fact)
        : fact.Condition.Length > 0 ? $"{Printed(fact)} ({fact.Condition})"
        : $"{Printed(fact)} (no condition)";
}
