using HybridAssistant.Behavior.Composing;

namespace HybridAssistant.Behavior.Prompting;

/// <summary>A fact as a prompt prints it.</summary>
/// <param name="Product">Its product; the sheet's title where none is printed.</param>
/// <param name="Attribute">Its label.</param>
/// <param name="Value">The value with unit, and with its conversion where one was asked for.</param>
/// <param name="Condition">What qualifies it; null where nothing does.</param>
internal sealed record PrintedFact(string Product, string Attribute, string Value, string? Condition)
{
    /// <summary>A chosen fact.</summary>
    public static PrintedFact Of(SpokenFact fact) => new(
        fact.Name.Length > 0 ? fact.Name : fact.Title, fact.Label.Head + fact.Note, fact.Bare, fact.Fact.Condition is { Length: > 0 } condition ? condition : null);
}
