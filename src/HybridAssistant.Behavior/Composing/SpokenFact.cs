using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Behavior.Composing;

/// <summary>A chosen fact as a sentence says it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Label">Its label.</param>
/// <param name="Name">Its product; empty where it holds for a sheet whose product the question does not name.</param>
/// <param name="Title">Title of its sheet.</param>
/// <param name="Bare">Value with unit and conversion.</param>
/// <param name="Value">The same with its condition.</param>
internal sealed record SpokenFact(Fact Fact, SpokenLabel Label, string Name, string Title, string Bare, string Value)
{
    // A longer value is a text of its own.
    private const int LongestValue = 60;

    private static readonly FrozenSet<string> Marks = new[] { "●", "•", "✓", "✔", "x", "X", "–", "-", "—", "○", "◦", "Yes", "No", "yes", "no" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"the KX-200"; empty where the sheet's title has to stand for it.</summary>
    public string Subject => Name.Length == 0 ? "" : $"the {Name}";

    /// <summary>The label's note in brackets behind a blank; empty where it has none.</summary>
    public string Note => Label.Note.Length == 0 ? "" : $" ({Label.Note})";

    /// <summary>Whether the value is a sign in a table of features.</summary>
    public bool IsMark => Marks.Contains(Fact.Value);

    /// <summary>Whether the value is the name of the part that its row is about.</summary>
    public bool IsItself => Fact.Product.Length > 0 && Fact.Value == Fact.Product;

    /// <summary>Whether the value fits into a sentence.</summary>
    public bool IsShort => Fact.Value.Length <= LongestValue && !Fact.Value.Contains(". ", StringComparison.Ordinal);

    /// <summary>Whether the label names a part, and the condition tells that the value is its number.</summary>
    public bool NamesPart => Fact.Product.Length == 0
        && (Fact.Condition.EndsWith("number", StringComparison.OrdinalIgnoreCase) || Fact.Condition.EndsWith("no.", StringComparison.OrdinalIgnoreCase));

    /// <summary>The chosen facts made ready to be said; quotes behind them are left out.</summary>
    public static ImmutableArray<SpokenFact> AllOf(Decision decision) =>
    [
        .. decision.Evidence.Select((evidence, index) => (evidence, index)).Where(e => e.evidence.Fact is not null)
            .Select(e => Of(e.evidence, decision, e.index)),
    ];

    /// <summary>A chosen fact made ready to be said.</summary>
    public static SpokenFact Of(Evidence evidence, Decision decision, int index)
    {
        Fact fact = evidence.Fact!;
        SpokenLabel label = SpokenLabel.Of(fact, evidence.Title);
        string name = fact.Product.Length > 0 ? fact.Product : label.Model.Length > 0 ? label.Model : decision.Subject;
        DerivedQuantity? derived = decision.Derived.FirstOrDefault(d => d.Fact == index);
        string meaning = evidence.Meaning.Length > 0 ? $" ({evidence.Meaning})" : "";
        return new SpokenFact(fact, label, name, evidence.Title,
            PrintedText.Stated(fact, derived, withCondition: false) + meaning, PrintedText.Stated(fact, derived, withCondition: true) + meaning);
    }
}
