using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Behavior.Composing;

/// <summary>
/// Words a decision by template: the value exactly as printed, with product and condition. The fallback of every voice,
/// and the baseline that each must beat.
/// </summary>
public sealed class ExtractiveComposer
{
    private readonly ComposerTemplates _templates = ComposerTemplates.Default;

    /// <summary>The name that answers carry as their variant.</summary>
    public const string Variant = "composer";

    /// <summary>Words a decision.</summary>
    public string Compose(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Status switch
        {
            AnswerStatus.Answered => Answer(decision),
            AnswerStatus.Clarify => _templates.Fill(
                decision.Reason == NoAnswerReason.NearMiss ? "near-miss" : "clarify", ("choices", PrintedText.Join(decision.Choices, "or"))),
            _ => _templates.Fill(decision.Reason switch
            {
                NoAnswerReason.UnknownProduct => "unknown-product",
                NoAnswerReason.OutOfField => "out-of-field",
                NoAnswerReason.Instruction => "instruction",
                NoAnswerReason.Language => "language",
                _ => "not-stated",
            }),
        };
    }

    /// <summary>What is said when a wording did not pass verification: no digit at all.</summary>
    public string ComposeSafely(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Status == AnswerStatus.Answered ? _templates.Fill("safe") : _templates.Fill("not-stated");
    }

    private string Answer(Decision decision)
    {
        string sentence = decision.Evidence[0].Fact is null ? Quote(decision.Evidence[0]) : State(decision);
        string verdict = decision.Verdict switch
        {
            Verdict.Yes => _templates.Fill("yes") + " ",
            Verdict.No => _templates.Fill("no") + " ",
            _ => "",
        };
        return verdict + sentence + (decision.HasMore ? " " + _templates.Fill("more") : "");
    }

    private string Quote(Evidence evidence) => _templates.Fill("quotation", ("title", evidence.Title), ("quote", evidence.Quote));

    private string State(Decision decision)
    {
        ImmutableArray<Evidence> evidence = [.. decision.Evidence.Where(e => e.Fact is not null)];
        Fact first = evidence[0].Fact!;
        string[] products = [.. evidence.Select(e => e.Fact!.Product).Distinct(StringComparer.Ordinal)];
        if (decision.Form == AnswerForm.Ordering && first.Product.Length > 0)
        {
            return decision.Evidence.Length == 1
                ? _templates.Fill("ordering", Slots(decision, evidence[0], 0))
                : Capitalised(PrintedText.Join([.. evidence.Select((e, i) => _templates.Fill("ordering-item", Slots(decision, e, i)))], "and")) + ".";
        }

        if (products.Length > 1)
        {
            string item = decision.Form is AnswerForm.Threshold or AnswerForm.Ordering ? "threshold-item" : "per-product-item";
            string list = PrintedText.Join([.. evidence.Select((e, i) => _templates.Fill(item, Slots(decision, e, i)))], "and");
            return _templates.Fill("per-product", ("attribute-first", PrintedText.LabelFirst(first.Attribute)), ("list", list));
        }

        bool sameCondition = evidence.Select(e => e.Fact!.Condition).Distinct(StringComparer.Ordinal).Count() == 1;
        string[] values = [.. evidence.Select((e, i) => PrintedText.Stated(e.Fact!, DerivedOf(decision, i), !sameCondition || i == evidence.Length - 1))];
        string value = sameCondition ? string.Join(" / ", values) : PrintedText.Join(values, "and");
        return _templates.Fill(Key(decision, first),
            ("attribute", PrintedText.Label(first.Attribute)),
            ("of-product", $"of the {first.Product}"),
            ("of-product-first", first.Product),
            ("title", evidence[0].Title),
            ("value", value));
    }

    private static string Key(Decision decision, Fact first)
    {
        bool isQuantity = first.Value.Any(char.IsAsciiDigit) && (first.Unit.Length > 0 || first.Typed is not null || first.Value.Length <= 40);
        string key = isQuantity ? "fact" : "fact-text";
        return decision.Form == AnswerForm.PartNumber ? "part-number"
            : decision.HoldsForAll ? key + "-of-all"
            : first.Product.Length == 0 ? key + "-of-sheet"
            : key;
    }

    private static (string, string)[] Slots(Decision decision, Evidence evidence, int index) =>
    [
        ("product", evidence.Fact!.Product.Length > 0 ? evidence.Fact.Product : evidence.Title),
        ("attribute", PrintedText.Label(evidence.Fact.Attribute)),
        ("value", PrintedText.Stated(evidence.Fact, DerivedOf(decision, index), withCondition: true)),
    ];

    private static DerivedQuantity? DerivedOf(Decision decision, int index) => decision.Derived.FirstOrDefault(d => d.Fact == index);

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
