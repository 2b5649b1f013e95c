using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.FollowUps;

/// <summary>The words by which follow-ups are told, and the sets of words of which a thing has one.</summary>
internal static class FollowUpWords
{
    private static readonly ILookup<string, string> Roles = LexiconFile.Read("follow-up-words.tsv")
        .SelectMany(row => row[1].Split(' '), (row, word) => (Role: row[0], Word: word))
        .ToLookup(r => r.Role, r => r.Word, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<int>> Sets = LexiconFile.Read("exclusive-words.tsv")
        .SelectMany((row, set) => row[0].Split('|').Select(word => (Word: word, Set: set)))
        .GroupBy(r => r.Word, r => r.Set, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Phrases = LexiconFile.Read("exclusive-words.tsv")
        .Where(row => row.Length > 1)
        .SelectMany(row => row[1].Split('|').Select(p => p.Split('=')))
        .ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    /// <summary>What a message may begin with before it says anything: "Okay.", "sorry, I meant".</summary>
    public static FrozenSet<string> Preambles { get; } = Of("preamble");

    /// <summary>The words that lead over to what is asked next: "and", "then".</summary>
    public static FrozenSet<string> Openers { get; } = Of("opener");

    /// <summary>Verbs of choosing: "if I take the AC model".</summary>
    public static FrozenSet<string> Choosing { get; } = Of("choosing");

    /// <summary>Openers that alone tell a sequel.</summary>
    public static FrozenSet<string> Sequels { get; } = Of("sequel");

    /// <summary>Words for what was named before.</summary>
    public static FrozenSet<string> Pronouns { get; } = Of("pronoun");

    /// <summary>Words with which something of its own is asked.</summary>
    public static FrozenSet<string> Interrogatives { get; } = Of("interrogative");

    /// <summary>Words that stand for a model: "the 12 V one".</summary>
    public static FrozenSet<string> Placeholders { get; } = Of("placeholder");

    /// <summary>Placeholders for the same model made otherwise: "the nickel version".</summary>
    public static FrozenSet<string> Versions { get; } = Of("version");

    /// <summary>Words that a condition begins with.</summary>
    public static FrozenSet<string> Prepositions { get; } = Of("preposition");

    /// <summary>Words that end a condition besides the next preposition.</summary>
    public static FrozenSet<string> PhraseEnds { get; } = Of("phrase-end");

    /// <summary>Whether a thing has one word of its set: "FKM".</summary>
    public static bool IsExclusive(string word) => Sets.ContainsKey(word);

    /// <summary>Whether a thing is either of the two: "NBR" and "FKM".</summary>
    public static bool AreExclusive(string one, string other) =>
        one != other && Sets.TryGetValue(one, out ImmutableArray<int> sets) && Sets.TryGetValue(other, out ImmutableArray<int> others)
        && sets.Any(s => others.Contains(s));

    /// <summary>The word of a set that two words in a row stand for; empty where they stand for none: "slowing down".</summary>
    public static string ForPhrase(Word first, Word second) => Phrases.GetValueOrDefault($"{first.Text} {second.Text}") ?? "";

    /// <summary>Whether a word of a follow-up says more than that it is one.</summary>
    public static bool IsTelling(Word word) =>
        !StopWords.Contains(word) && !Openers.Contains(word.Text) && !Placeholders.Contains(word.Text) && !Pronouns.Contains(word.Text)
        && !Preambles.Contains(word.Text) && word.Text != "question";

    private static FrozenSet<string> Of(string role) => Roles[role].ToFrozenSet(StringComparer.Ordinal);
}
