using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>
/// Cuts a message that asks several things ("What is the max. pressure of the KX-200, and which seal kit fits?") into its
/// questions. A later one leaves out what an earlier one said and is read as a follow-up to it.
/// </summary>
public static class QuestionParts
{
    private const int MaxParts = 3;
    private const int FewestWords = 3;

    private static readonly FrozenSet<string> Interrogatives = "what which how who where when whats".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Auxiliaries = "is are does do can will has".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The questions in order; the message itself where it asks one thing.</summary>
    public static ImmutableArray<string> Split(string message)
    {
        ImmutableArray<Word> words = WordSplitter.Split(message);
        var parts = ImmutableArray.CreateBuilder<string>();
        int from = 0;
        int first = 0;
        for (int i = 1; i < words.Length && parts.Count < MaxParts - 1; i++)
        {
            if (Opening(message, words, i) is { } opening && i - first >= FewestWords && words.Length - opening >= FewestWords && Asks(words[first..i]))
            {
                parts.Add(message[from..words[i].Start].Trim(' ', ',', ';'));
                from = words[i].Start;
                first = i;
            }
        }

        parts.Add(message[from..].Trim());
        return parts.Count == 1 ? [message] : parts.ToImmutable();
    }

    // The index of the word that asks, where a new question opens here: "and which ...", or "How ..." behind a question mark.
    private static int? Opening(string message, ImmutableArray<Word> words, int i)
    {
        bool isBehindMark = message.AsSpan(words[i - 1].Start, words[i].Start - words[i - 1].Start).Contains('?');
        bool isJoined = words[i].Text is "and" or "plus" or "also";
        int at = isJoined ? i + 1 : i;
        return (isJoined || isBehindMark) && at < words.Length && (Interrogatives.Contains(words[at].Text) || Auxiliaries.Contains(words[at].Text))
            ? at
            : null;
    }

    private static bool Asks(ImmutableArray<Word> words) =>
        words.Any(w => Interrogatives.Contains(w.Text)) || Auxiliaries.Contains(words[0].Text)
        || AttributeLexicon.Default.Match(words, asQuestion: true).Length > 0;
}
