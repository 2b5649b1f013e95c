using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Decides yes or no from what is printed; null where the words leave it open.</summary>
internal static class VerdictFinder
{
    /// <summary>The verdict that a fact gives.</summary>
    public static Verdict? Find(QuestionAnalysis question, Fact fact)
    {
        string value = fact.Value.Trim();
        bool asksForStandard = FeatureMarks.AsksForStandard(question.Words);
        bool asksForOption = FeatureMarks.AsksForOption(question.Words);
        if (FeatureMarks.IsOption(value))
        {
            // "Standard or optional?" is answered by the mark itself.
            return asksForStandard == asksForOption ? null : asksForStandard ? Verdict.No : Verdict.Yes;
        }

        if (asksForOption && FeatureMarks.IsMark(value) && !FeatureMarks.Denies(value))
        {
            return null;
        }

        if (FeatureMarks.Affirms(value))
        {
            return Verdict.Yes;
        }

        if (FeatureMarks.Denies(value))
        {
            return Verdict.No;
        }

        return fact.Typed is { Kind.Length: > 0 } typed ? Compare(question, typed) : null;
    }

    // "Can it stand 95 °C?" against "-10 ~ +110": inside the bounds, or at most the single rating.
    private static Verdict? Compare(QuestionAnalysis question, TypedValue typed)
    {
        UnitDefinition? printed = UnitTable.Default.FindCanonical(typed.Unit);
        foreach (Quantity asked in question.Quantities.Where(q => q.Kind == typed.Kind))
        {
            if (printed is null || UnitTable.Default.FindCanonical(asked.Unit) is not { } unit
                || !UnitConversion.TryConvert(asked.Value, unit, printed, out double value))
            {
                continue;
            }

            if (typed.Min is null && typed.Max is null)
            {
                return typed.Typical is { } rating ? value <= rating ? Verdict.Yes : Verdict.No : null;
            }

            return value >= (typed.Min ?? double.MinValue) && value <= (typed.Max ?? double.MaxValue) ? Verdict.Yes : Verdict.No;
        }

        return null;
    }
}
