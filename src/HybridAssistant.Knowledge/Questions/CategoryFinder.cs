using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>Finds the kind of product that a question names instead of a model: "the float switch", "an inductive sensor".</summary>
internal static class CategoryFinder
{
    private const int MaxModifiers = 3;

    private static readonly FrozenSet<string> Nouns = LexiconFile.Read("category-nouns.txt")
        .SelectMany(line => line[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(Stemmer.Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word stands for a kind of product.</summary>
    public static bool IsNoun(Word word) => Nouns.Contains(word.Stem);

    /// <summary>The noun and the words before it that belong to it; empty where the question names no kind of product.</summary>
    public static ImmutableArray<Word> Find(ImmutableArray<Word> words, ImmutableArray<ProductMention> mentions)
    {
        ImmutableArray<Word> longest = [];
        for (int i = 0; i < words.Length; i++)
        {
            if (!Nouns.Contains(words[i].Stem) || IsInMention(words[i], mentions))
            {
                continue;
            }

            int from = i;
            while (from > 0 && i - from < MaxModifiers && IsModifier(words[from - 1], mentions))
            {
                from--;
            }

            // The first one, unless a later name says more: "which transducer has the longest cable".
            if (i + 1 - from > longest.Length)
            {
                longest = words.Slice(from, i + 1 - from);
            }
        }

        return longest;
    }

    private static bool IsModifier(Word word, ImmutableArray<ProductMention> mentions) =>
        !word.IsNumber && !word.IsCode && word.Text.Length > 1 && !StopWords.Contains(word) && !DegreeLexicon.Default.IsSuperlative(word)
        && !IsInMention(word, mentions);

    private static bool IsInMention(Word word, ImmutableArray<ProductMention> mentions) =>
        mentions.Any(m => m.Fit != MentionFit.Other && word.Start >= m.Start && word.Start < m.Start + m.Text.Length);
}
