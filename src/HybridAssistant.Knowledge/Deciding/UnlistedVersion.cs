using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Tells a question about a version that the sheet does not list: "the 80 km version", "the 200:1 gearbox".</summary>
internal static class UnlistedVersion
{
    private const int WordsBeforeNoun = 1;

    /// <summary>Whether the question tells the version by an amount that nothing on the best line's sheet has.</summary>
    public static bool Is(QuestionAnalysis question, FactSelection selection)
    {
        if (selection.Facts.IsEmpty || question.Form is AnswerForm.YesNo or AnswerForm.Threshold or AnswerForm.Ordering)
        {
            return false;
        }

        string document = selection.Facts[0].Entry.Document;
        return question.Quantities.Where(q => q.Kind.Length > 0 && IsOfVersion(question, q)).Any(q => !IsListed(q, document, selection));
    }

    private static bool IsOfVersion(QuestionAnalysis question, Quantity quantity) =>
        question.Words.Skip(quantity.Index + quantity.WordCount).Take(WordsBeforeNoun + 1).Any(FormWords.VersionNoun.Contains);

    private static bool IsListed(Quantity quantity, string document, FactSelection selection) =>
        selection.Facts.Where(f => f.Entry.Document == document).Any(f => IsIn(quantity, f))
        || selection.Sentences.Where(s => s.Entry.Document == document).Any(s => SentenceProfile.Of(s.Entry.Passage!).Quantities.Any(quantity.Agrees));

    private static bool IsIn(Quantity quantity, ScoredFact line)
    {
        LineProfile profile = LineProfile.Of(line.Entry.Fact!);
        return profile.ValueQuantities.Any(quantity.Agrees) || profile.ConditionQuantities.Any(quantity.Agrees) || profile.SectionQuantities.Any(quantity.Agrees)

            // "PD-240-24" is the 24 V version.
            || WordSplitter.Split($"{line.Entry.Title} {line.Entry.Fact!.Product}").Any(w => w.Number == quantity.Value);
    }
}
