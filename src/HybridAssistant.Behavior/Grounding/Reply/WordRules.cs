using System.Collections.Frozen;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Grounding.Words;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>Which words may stand outside slots.</summary>
internal sealed class WordRules
{
    private readonly WordKind _forbidden;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;

    /// <summary>The rules for one reply.</summary>
    /// <param name="slots">Only an answer is bound in what it denies and compares. Where it is about several products or
    /// attributes, their names stand in slots alone: a name in prose would claim the value behind it.</param>
    public WordRules(ReplySlots slots)
    {
        _forbidden = slots.Status == AnswerStatus.Answered ? WordKind.Number | WordKind.Negation | WordKind.Comparative : WordKind.Number;
        _names = slots.Slots
            .Where(s => (s.Kind == SlotKind.Product && slots.HasSeveralProducts) || (s.Kind == SlotKind.Attribute && slots.HasSeveralAttributes))
            .SelectMany(s => NameWords.Of(s.Text)).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether the word of a state may stand as it is.</summary>
    public bool MayStand(in ReplyState state)
    {
        Span<char> word = stackalloc char[WordBuffer.Capacity];
        word = word[..Copy(state, word)];
        if (word.Length == 0 || word[^1] is '-' or '\'')
        {
            return false;
        }

        if (word[0] == '\'')
        {
            return word is "'s";
        }

        // A capital within a sentence would be a name or a code; names stand in slots.
        if (word[(state.OpensSentence ? 1 : 0)..].ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        return IsPart(word, state);
    }

    /// <summary>Whether what is known of a word may end one whose beginning is not known.</summary>
    public static bool MayGoOn(in ReplyState state)
    {
        Span<char> word = stackalloc char[WordBuffer.Capacity];
        return !word[..Copy(state, word)].ContainsAnyInRange('A', 'Z');
    }

    /// <summary>Whether the word of a state is this one.</summary>
    public bool Equal(in ReplyState state, string word)
    {
        Span<char> text = stackalloc char[WordBuffer.Capacity];
        return text[..Copy(state, text)].Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    // "well-known" is judged as a whole and by its parts.
    private bool IsPart(ReadOnlySpan<char> word, in ReplyState state)
    {
        if (IsForbidden(word, state))
        {
            return false;
        }

        foreach (Range part in word.Split('-'))
        {
            if (IsForbidden(word[part], state))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsForbidden(ReadOnlySpan<char> word, in ReplyState state) =>
        (word.Length == 1 && word[0] is not ('a' or 'A'))
        || !word.ContainsAnyExcept("lIoO")
        || (ForbiddenWords.Default.KindOf(word) & _forbidden) != 0
        || _names.Contains(word)
        || (state.FollowsValue && IsUnit(word, state.FollowsNumber));

    // "At" is technical atmospheres and "in" inches; behind a value with its unit they open a condition, and "at" always does.
    private static bool IsUnit(ReadOnlySpan<char> word, bool followsNumber) =>
        word is not "at" && (followsNumber || word is not "in") && UnitTable.Default.Find(word.ToString()) is not null;

    private static int Copy(in ReplyState state, Span<char> text)
    {
        for (int i = 0; i < state.WordLength; i++)
        {
            text[i] = (char)state.Word[i];
        }

        return state.WordLength;
    }
}
