using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Kinds;

/// <summary>
/// Tells of which kinds of product a sheet is: its title says it, or the heading of its first page, or the first
/// sentence below ("Electric linear actuators with DC motor and acme screw").
/// </summary>
internal static class SheetKinds
{
    // A heading or running header has no more words; what is longer is a sentence, which also names what the product is for.
    private const int LongestHeading = 8;

    /// <summary>The kinds that a title names.</summary>
    public static FrozenSet<int> OfTitle(string title) =>
        title.Split(" – ", StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Find(WordSplitter.Split(part))).ToFrozenSet();

    /// <summary>The kinds of a sheet; empty where it does not say.</summary>
    /// <param name="title">The kinds that its title names.</param>
    /// <param name="head">What stands at the head of its first page, in order.</param>
    public static FrozenSet<int> Of(FrozenSet<int> title, ImmutableArray<Passage> head)
    {
        if (head.IsDefaultOrEmpty)
        {
            return title;
        }

        ImmutableArray<Word>[] lines = [.. head.Select(p => WordSplitter.Split(p.Text))];
        HashSet<int> kinds = [.. title, .. lines.Where(l => l.Length <= LongestHeading).SelectMany(l => Find(l))];
        if (kinds.Count == 0)
        {
            kinds.UnionWith(lines.Select(l => Find(l).Take(1)).FirstOrDefault(found => found.Any()) ?? []);
        }

        return kinds.ToFrozenSet();
    }

    // "Accessories for gear motors" are none; "drives for pumps" are drives.
    private static IEnumerable<int> Find(ImmutableArray<Word> words)
    {
        int end = 0;
        while (end < words.Length && words[end].Text is not ("for" or "with" or "of" or "and"))
        {
            end++;
        }

        return ProductKindLexicon.Default.Find(words[..end]).Select(m => m.Kind);
    }
}
