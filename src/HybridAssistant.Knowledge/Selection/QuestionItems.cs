using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Takes the items out of a question that products and lines can be told apart by.</summary>
internal static class QuestionItems
{
    private const double WordWeight = 0.5;
    private const double BareNumberWeight = 0.5;

    /// <summary>Quantities, codes and words in order, those inside a product's code left out.</summary>
    public static ImmutableArray<QuestionItem> Of(QuestionAnalysis question)
    {
        var items = ImmutableArray.CreateBuilder<QuestionItem>();
        for (int i = 0; i < question.Words.Length; i++)
        {
            Word word = question.Words[i];
            if (StopWords.Contains(word) || InNamedProduct(word, question))
            {
                continue;
            }

            Quantity? quantity = null;
            foreach (Quantity q in question.Quantities)
            {
                quantity = q.Index == i ? q : quantity;
            }

            bool isUnit = question.Quantities.Any(q => i > q.Index && i < q.Index + q.WordCount);
            if (quantity is { } found)
            {
                items.Add(new QuestionItem(word.Stem, found, found.Kind.Length > 0 ? 1 : BareNumberWeight, IsIdentifying: true));
            }
            else if (!isUnit)
            {
                items.Add(new QuestionItem(word.Stem, null, word.IsCode ? 1 : WordWeight, word.IsCode));
            }
        }

        return items.ToImmutable();
    }

    private static bool InNamedProduct(Word word, QuestionAnalysis question) =>
        question.Mentions.Any(m => m.Fit is MentionFit.Exact or MentionFit.Series
            && word.Start >= m.Start && word.Start < m.Start + m.Text.Length);
}
