using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>Keeps sizes apart from models: some sheets head their columns "DN 80", which names no product of another sheet.</summary>
internal static class SizeMentions
{
    /// <summary>Whether a mention is a size such as "DN 80".</summary>
    public static bool IsSize(ProductMention mention)
    {
        ImmutableArray<Word> words = WordSplitter.Split(mention.Text);
        return QuantitySearch.Find(words, UnitLexicon.Default) is [{ Index: 1 } size] && words.Length == 2 && QuantitySearch.IsSizeLabel(size.Kind);
    }

    /// <summary>The mentions, where sizes name only columns of the sheets that other mentions name.</summary>
    public static ImmutableArray<ProductMention> Resolve(ImmutableArray<ProductMention> mentions)
    {
        HashSet<string> named = [.. mentions.Where(m => m.Fit != MentionFit.Other && !IsSize(m)).SelectMany(m => m.Products).Select(p => p.Document)];
        if (named.Count == 0)
        {
            return mentions;
        }

        return
        [
            .. mentions.Select(m => IsSize(m) ? m with { Products = [.. m.Products.Where(p => named.Contains(p.Document))] } : m)
                .Where(m => m.Fit == MentionFit.Other || m.Products.Length > 0),
        ];
    }
}
