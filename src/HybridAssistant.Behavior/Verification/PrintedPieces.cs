using System.Collections.Immutable;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Behavior.Verification;

/// <summary>Lists the texts that an answer may say.</summary>
internal static class PrintedPieces
{
    /// <summary>The pieces of a decision and of the customer's own words.</summary>
    public static ImmutableArray<PrintedPiece> Of(Decision decision, Question question)
    {
        var pieces = ImmutableArray.CreateBuilder<PrintedPiece>();
        for (int i = 0; i < decision.Evidence.Length; i++)
        {
            AddEvidence(pieces, decision, i);
        }

        foreach (Evidence source in decision.ChoiceSources)
        {
            pieces.Add(new PrintedPiece(PrintedKind.Other, source.Title, -1));
        }

        foreach (string choice in decision.Choices)
        {
            pieces.Add(new PrintedPiece(PrintedKind.Product, choice, -1));
        }

        if (decision.HasMore)
        {
            pieces.Add(new PrintedPiece(PrintedKind.Other, ComposerTemplates.Default.Fill("more"), -1));
        }

        foreach (string span in AskedSpans.Of(question, decision))
        {
            pieces.Add(new PrintedPiece(PrintedKind.Other, span, -1));
        }

        return [.. pieces.Where(p => p.Text.Length > 0).Distinct()];
    }

    private static void AddEvidence(ImmutableArray<PrintedPiece>.Builder pieces, Decision decision, int index)
    {
        Evidence evidence = decision.Evidence[index];
        void Add(PrintedKind kind, string text) => pieces.Add(new PrintedPiece(kind, text.Trim(), index));
        Add(PrintedKind.Product, AttributionCheck.NameOf(evidence, decision));
        Add(PrintedKind.Other, evidence.Title);
        Add(PrintedKind.Other, evidence.Meaning);
        if (evidence.Fact is not { } fact)
        {
            Add(PrintedKind.Value, evidence.Quote);
            foreach (string part in QuotedSpans.Of(evidence.Quote))
            {
                Add(PrintedKind.Other, part);
            }

            return;
        }

        Add(PrintedKind.Attribute, fact.Attribute);
        SpokenLabel label = SpokenLabel.Of(fact, evidence.Title);
        Add(PrintedKind.Attribute, label.Head);
        Add(PrintedKind.Other, label.Note);
        Add(PrintedKind.Other, fact.Section);
        Add(PrintedKind.Condition, fact.Condition);
        AddValue(pieces, fact, index);
        foreach (DerivedQuantity derived in decision.Derived.Where(d => d.Fact == index))
        {
            Add(PrintedKind.Other, $"{derived.Value} {derived.Unit}");
        }
    }

    private static void AddValue(ImmutableArray<PrintedPiece>.Builder pieces, Fact fact, int index)
    {
        pieces.Add(new PrintedPiece(fact.Unit.Length == 0 ? PrintedKind.Value : PrintedKind.BareValue, fact.Value, index));
        if (fact.Unit.Length > 0)
        {
            pieces.Add(new PrintedPiece(PrintedKind.Value, $"{fact.Value} {fact.Unit}", index));
            pieces.Add(new PrintedPiece(PrintedKind.Value, fact.Value + fact.Unit, index));
        }
    }
}
