using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Decides yes or no from what is printed; null where the words leave it open.</summary>
internal static class VerdictFinder
{
    /// <summary>The verdict that all facts of an answer give; null where they differ.</summary>
    public static Verdict? Find(QuestionAnalysis question, IEnumerable<Fact> facts)
    {
        Verdict?[] verdicts = [.. facts.Select(f => Find(question, f)).Distinct()];
        return verdicts.Length == 1 ? verdicts[0] : null;
    }

    private static Verdict? Find(QuestionAnalysis question, Fact fact)
    {
        // "Isn't it approved?" is affirmed by yes and by no.
        if (question.Words.Any(FormWords.Negation.Contains))
        {
            return null;
        }

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

        return QuantityVerdict.Find(question, fact);
    }
}
