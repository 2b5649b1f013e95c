using System.Collections.Immutable;
using HybridAssistant.Core.Answers;

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

    /// <summary>What is said of a question that is not answered beside others that are.</summary>
    public string ComposeRest() => _templates.Fill("rest-not-stated");

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
        ImmutableArray<SpokenFact> facts = SpokenFact.AllOf(decision);
        SpokenFact first = facts[0];
        if (decision.Form == AnswerForm.Ordering && first.Subject.Length > 0)
        {
            return facts.Length > 1 ? Listed(facts, "ordering-item") + "."
                : Fill(first.Label.IsWeight ? "ordering-weight" : "ordering", first, first.Value);
        }

        if (decision.Form == AnswerForm.Threshold && first.Subject.Length > 0)
        {
            return _templates.Fill("threshold", ("attribute", first.Label.Head), ("note", first.Note),
                ("list", facts.Length > 1 ? PrintedText.Join(Items(facts, "threshold-item"), "and") : Fill("threshold-item", first, first.Value)),
                ("fit", facts.Length > 1 ? "fit" : "fits"));
        }

        if (facts.Select(f => f.Subject).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            // One mark for several models.
            if (first.IsMark && first.Subject.Length > 0 && facts.All(f => f.Value == first.Value))
            {
                return _templates.Fill("mark", ("subject", PrintedText.Join([.. facts.Select(f => f.Subject)], "and")),
                    ("label", first.Fact.Attribute), ("value", first.Value));
            }

            return PerProduct(facts);
        }

        if (facts.Any(f => f.Fact.Attribute != first.Fact.Attribute))
        {
            return string.Join(' ', facts.Select(f => Fill(KeyOf(decision, f), f, f.Value)));
        }

        bool sameCondition = facts.Select(f => f.Fact.Condition).Distinct(StringComparer.Ordinal).Count() == 1;
        string value = sameCondition && facts.Length > 1
            ? string.Join(" / ", facts.Take(facts.Length - 1).Select(f => f.Bare).Append(facts[^1].Value))
            : PrintedText.Join([.. facts.Select(f => f.Value)], "and");
        string key = KeyOf(decision, first);
        return Fill(key, first, key == "part" ? first.Bare : value);
    }

    private string PerProduct(ImmutableArray<SpokenFact> facts)
    {
        bool isText = facts.Any(f => f.Value.Contains(", ", StringComparison.Ordinal) || !f.IsShort);
        return isText
            ? _templates.Fill("per-product-text", ("attribute-first", PrintedText.First(facts[0].Label.Head)), ("note", facts[0].Note),
                ("list", string.Join("; ", Items(facts, "per-product-text-item"))))
            : facts.All(f => f.IsItself)
            ? _templates.Fill("itself-of-sheet", ("attribute", facts[0].Label.Head), ("is", facts[0].Label.Verb), ("title", facts[0].Title),
                ("value", PrintedText.Join([.. facts.Select(f => f.Value)], "or")))
            : _templates.Fill("per-product", ("attribute", facts[0].Label.Head), ("note", facts[0].Note), ("is", facts[0].Label.Verb),
                ("list", PrintedText.Join(Items(facts, "per-product-item"), "and")));
    }

    private string Listed(ImmutableArray<SpokenFact> facts, string item) => PrintedText.First(PrintedText.Join(Items(facts, item), "and"));

    private string[] Items(ImmutableArray<SpokenFact> facts, string item) => [.. facts.Select(f => Fill(item, f, f.Value))];

    private static string KeyOf(Decision decision, SpokenFact fact)
    {
        string whose = decision.HoldsForAll ? "-of-all" : fact.Subject.Length == 0 ? "-of-sheet" : "";
        return decision.Form == AnswerForm.PartNumber && fact.NamesPart ? "part"
            : fact.IsItself ? fact.Fact.Section.Length > 0 ? "itself" : "itself-of-sheet"
            : fact.IsMark ? "mark" + whose
            : !fact.IsShort || fact.Label.IsPhrase ? "statement" + whose
            : whose.Length == 0 && fact.Label.IsWeight ? "fact-weight"
            : "fact" + whose;
    }

    private string Fill(string key, SpokenFact fact, string value) => _templates.Fill(key,
        ("subject", fact.Subject),
        ("subject-first", PrintedText.First(fact.Subject)),
        ("name", fact.Name),
        ("attribute", fact.Label.Head),
        ("label", fact.Fact.Attribute),
        ("note", fact.Note),
        ("is", fact.Label.Verb),
        ("section", fact.Fact.Section),
        ("condition", PrintedText.Label(fact.Fact.Condition)),
        ("title", fact.Title),
        ("value", value));
}
