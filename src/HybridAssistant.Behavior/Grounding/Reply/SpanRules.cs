using System.Numerics;
using System.Text;
using HybridAssistant.Behavior.Grounding.Slots;

namespace HybridAssistant.Behavior.Grounding.Reply;

/// <summary>The licensed spans as a trie that is walked beside the word that is being written.</summary>
internal sealed class SpanRules(ReplySlots slots, WordRules words)
{
    private readonly byte[][] _spans = [.. slots.Spans.Select(s => Encoding.UTF8.GetBytes(s.Text))];
    private readonly string[] _after = [.. slots.Spans.Select(s => s.After)];

    /// <summary>The bytes by which spans begin, each once.</summary>
    public byte[] FirstBytes { get; } = [.. slots.Spans.Select(s => Encoding.UTF8.GetBytes(s.Text)[0]).Distinct()];

    /// <summary>The bytes by which licensed spans go on.</summary>
    /// <param name="state">The state.</param>
    /// <param name="into">Takes each of them once; <see cref="ReplySlots.MaxSlots"/> are enough.</param>
    /// <returns>Their number.</returns>
    public int NextBytes(in ReplyState state, Span<byte> into)
    {
        int count = 0;
        for (ulong rest = state.Spans; rest != 0; rest &= rest - 1)
        {
            byte[] span = _spans[BitOperations.TrailingZeroCount(rest)];
            if (span.Length > state.SpanLength && !into[..count].Contains(span[state.SpanLength]))
            {
                into[count++] = span[state.SpanLength];
            }
        }

        return count;
    }

    /// <summary>The spans that a byte may begin behind the word of a state.</summary>
    public ulong StartingWith(in ReplyState state, byte next)
    {
        ulong spans = 0;
        for (int i = 0; i < _spans.Length; i++)
        {
            bool fits = _spans[i][0] == next && (_after[i].Length == 0 || words.Equal(state, _after[i]));
            spans |= fits ? 1UL << i : 0;
        }

        return spans;
    }

    /// <summary>Walks on by a byte.</summary>
    /// <param name="state">The state.</param>
    /// <param name="next">The byte.</param>
    /// <param name="isComplete">Whether a span was complete before the byte.</param>
    /// <returns>The spans that go on with it.</returns>
    public ulong GoOn(in ReplyState state, byte next, out bool isComplete)
    {
        isComplete = false;
        ulong left = 0;
        for (ulong rest = state.Spans; rest != 0; rest &= rest - 1)
        {
            int span = BitOperations.TrailingZeroCount(rest);
            byte[] bytes = _spans[span];
            isComplete |= bytes.Length == state.SpanLength;
            left |= bytes.Length > state.SpanLength && bytes[state.SpanLength] == next ? 1UL << span : 0;
        }

        return left;
    }

    /// <summary>The rest of the shortest span that the text is within.</summary>
    public ReadOnlySpan<byte> RestOfShortest(in ReplyState state)
    {
        int shortest = BitOperations.TrailingZeroCount(state.Spans);
        for (ulong rest = state.Spans; rest != 0; rest &= rest - 1)
        {
            int span = BitOperations.TrailingZeroCount(rest);
            shortest = _spans[span].Length < _spans[shortest].Length ? span : shortest;
        }

        return _spans[shortest].AsSpan(state.SpanLength);
    }
}
