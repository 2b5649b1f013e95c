using System.Globalization;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Cli.Output;

/// <summary>What changed in a document, fact by fact.</summary>
internal static class FactChangeText
{
    /// <summary>"KX-200 · max. working pressure: 16 bar -> 12 bar, p. 2".</summary>
    public static string Line(FactChange change) => (change.Before, change.After) switch
    {
        ({ } before, { } after) => string.Create(
            CultureInfo.InvariantCulture, $"{Address(after)}: {EntryText.Value(before)} -> {EntryText.Value(after)}, p. {after.Page}"),
        (null, { } added) => string.Create(
            CultureInfo.InvariantCulture, $"{Address(added)}: added {EntryText.Value(added)}, p. {added.Page}"),
        ({ } removed, null) => string.Create(
            CultureInfo.InvariantCulture, $"{Address(removed)}: removed {EntryText.Value(removed)}, was p. {removed.Page}"),
        _ => "",
    };

    private static string Address(Fact fact)
    {
        string condition = fact.Condition.Length > 0 ? $" ({fact.Condition})" : "";
        return (fact.Product.Length > 0 ? fact.Product + " · " : "") + fact.Attribute + condition;
    }
}
