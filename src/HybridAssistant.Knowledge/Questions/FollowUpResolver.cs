using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>
/// Makes a follow-up a question that stands by itself: "and the KX-250?" takes what was asked from the customer's turn before,
/// "what about its weight?" the product. Assistant turns are not used: their words license nothing.
/// </summary>
internal sealed class FollowUpResolver(MentionFinder mentions, AttributeLexicon attributes)
{
    private const int ShortFollowUp = 9;

    /// <summary>The question with what it leaves out.</summary>
    public string Resolve(Question question, ProductCatalog catalog)
    {
        string resolved = "";
        foreach (ChatTurn turn in question.History.Where(t => t.Role == ChatRole.User))
        {
            resolved = resolved.Length == 0 ? turn.Content : Complete(turn.Content, resolved, catalog);
        }

        return resolved.Length == 0 ? question.Message : Complete(question.Message, resolved, catalog);
    }

    private string Complete(string message, string before, ProductCatalog catalog)
    {
        ImmutableArray<Word> words = WordSplitter.Split(message);
        Subject subject = SubjectOf(message, words, catalog);
        bool refersBack = words.Any(w => w.Text is "it" or "its" or "that" or "they" or "their" or "them" or "this" or "those" or "these" or "same" or "one" or "ones")
            || (words.Length > 0 && words[0].Text is "and" or "or" or "also" or "then" or "but");
        bool takesUp = subject.NamesProduct && !subject.NamesLabel && words.Length > 1
            && (words[0].Text is "and" or "or" || (words[0].Text is "what" or "how" && words[1].Text == "about"));
        if (takesUp || (!subject.NamesAttribute && words.Length <= ShortFollowUp))
        {
            // Only a product, a condition or an answer to "which one?": what is asked stays.
            string kept = subject.NamesProduct ? WithoutProducts(before, catalog) : before;
            return $"{kept.TrimEnd(' ', '?', '.')} {message}";
        }

        if (!subject.NamesProduct && (refersBack || words.Length <= ShortFollowUp))
        {
            string products = ProductsOf(before, catalog);
            return products.Length == 0 ? message : $"{message.TrimEnd(' ', '?', '.')} ({products})?";
        }

        return message;
    }

    private Subject SubjectOf(string text, ImmutableArray<Word> words, ProductCatalog catalog)
    {
        ImmutableArray<ProductMention> found = mentions.Find(text, catalog);
        bool product = found.Any(m => m.Fit != MentionFit.Other) || NameWords(words, catalog).Count() >= 2;
        AttributeMatch[] asked = [.. attributes.Match(words, asQuestion: true).Where(a => !IsName(words, a, catalog))];
        return new Subject(product, asked.Length > 0, asked.Any(a => a.IsLabel));
    }

    // "pump" and "motor" name sheets here, not what is asked of them.
    private static bool IsName(ImmutableArray<Word> words, AttributeMatch match, ProductCatalog catalog)
    {
        for (int i = 0; i < Math.Min(64, words.Length); i++)
        {
            if ((match.Words & (1UL << i)) != 0 && (catalog.Rarity(words[i].Stem) == 0 || match.IsLabel))
            {
                return false;
            }
        }

        return true;
    }

    private string ProductsOf(string text, ProductCatalog catalog)
    {
        ImmutableArray<ProductMention> found = [.. mentions.Find(text, catalog).Where(m => m.Fit != MentionFit.Other)];
        IEnumerable<string> names = NameWords(WordSplitter.Split(text), catalog)
            .Where(w => !found.Any(m => w.Start >= m.Start && w.Start < m.Start + m.Text.Length))
            .Select(w => text.Substring(w.Start, Math.Min(w.Text.Length, text.Length - w.Start)));
        return string.Join(' ', found.Select(m => m.Text).Concat(names).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private string WithoutProducts(string text, ProductCatalog catalog)
    {
        var kept = new StringBuilder(text);
        foreach (ProductMention mention in mentions.Find(text, catalog).Where(m => m.Fit != MentionFit.Other).OrderByDescending(m => m.Start))
        {
            kept.Remove(mention.Start, mention.Text.Length);
        }

        return kept.ToString();
    }

    private IEnumerable<Word> NameWords(ImmutableArray<Word> words, ProductCatalog catalog)
    {
        ulong asked = attributes.Match(words, asQuestion: true).Aggregate(0UL, (bits, m) => bits | m.Words);
        for (int i = 0; i < words.Length; i++)
        {
            bool isAsked = i < 64 && (asked & (1UL << i)) != 0;
            if (!isAsked && !StopWords.Contains(words[i]) && catalog.Rarity(words[i].Stem) > 0)
            {
                yield return words[i];
            }
        }
    }

    private readonly record struct Subject(bool NamesProduct, bool NamesAttribute, bool NamesLabel);
}
