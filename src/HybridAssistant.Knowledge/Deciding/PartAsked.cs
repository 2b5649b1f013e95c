using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Tells the number of a product from that of a part for it: "order number of the fuse holder for GMA-2".</summary>
internal static class PartAsked
{
    private const int WordsBeforeFor = 5;
    private const int WordsBeforeProduct = 3;
    private const int ShortestNoun = 3;

    /// <summary>Whether a line states the number of the very product that a part is asked for.</summary>
    public static bool IsNumberOfWhole(QuestionAnalysis question, IndexEntry entry)
    {
        Fact fact = entry.Fact!;
        return question.Form is AnswerForm.PartNumber or AnswerForm.YesNo or AnswerForm.Lookup
            && question.Mentions.Any(m => m.Normalized == CodeNormalizer.Normalize(fact.Product) || m.Normalized == CodeNormalizer.Normalize(fact.Value))
            && AttributeLexicon.Default.Match(WordSplitter.Split(fact.Attribute), asQuestion: false).Any(a => a.Concept.Family == "partnumber")
            && NounOf(question) is { } noun
            && !WordSplitter.Split($"{entry.Title} {fact.Section} {fact.Attribute} {fact.Condition} {fact.Value}").Any(w => w.Stem == noun.Stem);
    }

    // The noun before "for the KX-200".
    private static Word? NounOf(QuestionAnalysis question)
    {
        for (int i = 1; i < question.Words.Length; i++)
        {
            if (question.Words[i].Text is "for" or "fits" && question.Words.Skip(i + 1).Take(WordsBeforeProduct).Any(w => IsProduct(question, w)))
            {
                return NounBefore(question, i);
            }
        }

        return null;
    }

    private static Word? NounBefore(QuestionAnalysis question, int index)
    {
        ulong ordering = question.Attributes.Where(a => a.Concept.Family == "partnumber").Aggregate(0UL, (bits, a) => bits | a.Words);
        for (int i = index - 1; i >= Math.Max(0, index - WordsBeforeFor); i--)
        {
            Word word = question.Words[i];
            if (word.Text is "and" || IsProduct(question, word))
            {
                return null;
            }

            if (!StopWords.Contains(word) && (i >= 64 || (ordering & (1UL << i)) == 0))
            {
                return word.Text.Length >= ShortestNoun && word.Text.All(char.IsLetter) && !FormWords.ProductNoun.Contains(word)
                    && UnitLexicon.Default.Match(question.Words, i) is null ? word : null;
            }
        }

        return null;
    }

    private static bool IsProduct(QuestionAnalysis question, Word word) =>
        question.Mentions.Any(m => m.Fit is MentionFit.Exact or MentionFit.Variant or MentionFit.Series && m.Contains(word.Start));
}
