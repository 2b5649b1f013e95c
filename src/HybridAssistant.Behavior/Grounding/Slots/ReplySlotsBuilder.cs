using System.Collections.Immutable;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>Numbers what a decision lets a reply say.</summary>
public static class ReplySlotsBuilder
{
    /// <summary>Of more facts the model speaks the lead sentence, and code appends the list.</summary>
    public const int MaxSpokenFacts = 4;

    /// <summary>
    /// The slots of a decision; null where only the composer words it: marks of a table of features, lines that are their own
    /// name, and lists of order and threshold, whose every word is part of the verdict.
    /// </summary>
    public static ReplySlots? Build(Decision decision, Question question)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(question);
        if (decision.Status != AnswerStatus.Answered)
        {
            return Asking(decision);
        }

        if (decision.Evidence[0].Fact is null)
        {
            return Quoting(decision, question);
        }

        ImmutableArray<SpokenFact> facts = SpokenFact.AllOf(decision);
        return decision.Form is AnswerForm.Ordering or AnswerForm.Threshold || facts.Any(f => f.IsMark || f.IsItself)
            ? null : Stating(decision, question, facts);
    }

    private static ReplySlots Asking(Decision decision)
    {
        var slots = new SlotList();
        int options = decision.Choices.IsEmpty ? -1 : slots.Add(SlotKind.Options, PrintedText.Join(decision.Choices, "or"));
        return new ReplySlots { Status = decision.Status, Slots = slots.ToImmutable(), Options = options };
    }

    private static ReplySlots Quoting(Decision decision, Question question)
    {
        Evidence quoted = decision.Evidence[0];
        var slots = new SlotList();
        int product = slots.Add(SlotKind.Product, decision.Subject.Length > 0 ? decision.Subject : $"“{quoted.Title}”");
        int sentence = slots.Add(SlotKind.Sentence, $"“{quoted.Quote}”");
        int verdict = VerdictOf(decision, slots);
        return new ReplySlots
        {
            Status = decision.Status,
            Slots = slots.ToImmutable(),
            Statements = [new SlotStatement(sentence, product, -1)],
            Named = [product],
            Verdict = verdict,
            Spans = [.. SpanFinder.OfPassage(quoted.Quote).Concat(SpanFinder.OfQuestion(question, decision)).Distinct().Take(ReplySlots.MaxSlots)],
        };
    }

    private static ReplySlots Stating(Decision decision, Question question, ImmutableArray<SpokenFact> facts)
    {
        var slots = new SlotList();
        int verdict = VerdictOf(decision, slots);
        bool isList = facts.Length > MaxSpokenFacts;
        int condition = ConditionOf(facts, slots);
        var statements = ImmutableArray.CreateBuilder<SlotStatement>();
        var named = new SortedSet<int>();
        foreach (SpokenFact fact in facts)
        {
            // A list names each product itself; the lead sentence has no product that could stand for all.
            int product = isList ? -1 : slots.Add(SlotKind.Product, NameOf(fact, decision));
            int attribute = isList && facts.Any(f => f.Label.Head != fact.Label.Head) ? -1 : slots.Add(SlotKind.Attribute, fact.Label.Head + fact.Note);
            if (isList)
            {
                named.UnionWith(attribute >= 0 ? [attribute] : []);
            }
            else
            {
                named.Add(product);
                named.UnionWith(IsTelling(fact, decision) ? [attribute] : []);
                statements.Add(new SlotStatement(slots.AddAlways(SlotKind.Value, condition >= 0 ? fact.Bare : fact.Value), product, attribute));
            }
        }

        return new ReplySlots
        {
            Status = decision.Status,
            Slots = slots.ToImmutable(),
            Statements = statements.ToImmutable(),
            Named = [.. named],
            Verdict = verdict,
            Condition = condition,
            Appendix = isList ? ReplyAppendix.List(facts, decision) : decision.HasMore ? ReplyAppendix.More : "",
            Spans = [.. SpanFinder.OfQuestion(question, decision).Distinct().Take(ReplySlots.MaxSlots)],
        };
    }

    // A label that may be what was asked for, or whose note qualifies the value: "Medium (max. 45 min)".
    private static bool IsTelling(SpokenFact fact, Decision decision) =>
        decision.Form == AnswerForm.PartNumber || fact.Note.Length > 0 || fact.Label.Head.Any(char.IsDigit);

    // What the composer says there: the product, or the sheet where none is printed.
    private static string NameOf(SpokenFact fact, Decision decision) =>
        decision.HoldsForAll ? $"all models of “{fact.Title}”" : fact.Name.Length > 0 ? fact.Name : $"“{fact.Title}”";

    private static int VerdictOf(Decision decision, SlotList slots) => decision.Verdict switch
    {
        Verdict.Yes => slots.Add(SlotKind.Verdict, "Yes"),
        Verdict.No => slots.Add(SlotKind.Verdict, "No"),
        _ => -1,
    };

    // One condition for all may be said by itself; several stay with their values.
    private static int ConditionOf(ImmutableArray<SpokenFact> facts, SlotList slots)
    {
        string condition = facts[0].Fact.Condition;
        return condition.Length > 0 && facts.Length <= MaxSpokenFacts && facts.All(f => f.Fact.Condition == condition)
            ? slots.Add(SlotKind.Condition, PrintedText.Label(condition)) : -1;
    }
}
