using System.Collections.Frozen;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Words that carry no meaning of their own in a question.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = LexiconFile.Read("stop-words.txt")
        .SelectMany(line => line[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All of them, lower-case.</summary>
    public static IEnumerable<string> All => Words;

    /// <summary>Whether a word is one of them.</summary>
    public static bool Contains(Word word) => !word.IsNumber && Words.Contains(word.Text);
}
