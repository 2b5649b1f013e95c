using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Grounding.Masks;

/// <summary>
/// What can be known of the tokens of a vocabulary before any question: which of them may follow a place of a reply as plain
/// prose, and which hold a brace or a quotation mark. Computed once a vocabulary by the rules themselves, under the most that
/// they ever permit, so that a mask is never stricter than they are.
/// </summary>
public sealed class TokenClasses
{
    private static readonly ImmutableArray<ReplyPlace> Places =
    [
        ReplyPlace.SentenceStart, ReplyPlace.InWord, ReplyPlace.AfterComma, ReplyPlace.AfterSlot,
        ReplyPlace.AfterVerdict, ReplyPlace.AfterVerdictStop, ReplyPlace.AfterStop,
    ];

    private readonly float[]?[] _prose = new float[(int)ReplyPlace.Complete + 1][];
    private readonly int[][] _byFirstByte;
    private readonly ImmutableArray<int> _marked;

    /// <summary>Sorts the tokens of a vocabulary.</summary>
    /// <exception cref="ArgumentException">
    /// The vocabulary lacks a token of one byte that every reply needs, so that it could not end properly.
    /// </exception>
    public TokenClasses(TokenVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        Vocabulary = vocabulary;
        vocabulary.Spell("{\"}:,. abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"u8, new List<int>());
        _byFirstByte = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(_ => Array.Empty<int>())];
        foreach (IGrouping<byte, int> group in Enumerable.Range(0, vocabulary.Count).Where(t => !vocabulary.BytesOf(t).IsEmpty)
            .GroupBy(t => vocabulary.BytesOf(t)[0]))
        {
            _byFirstByte[group.Key] = [.. group];
        }

        _marked = [.. Enumerable.Range(0, vocabulary.Count).Where(t => vocabulary.BytesOf(t).ContainsAny((byte)'{', (byte)'"'))];
        foreach (ReplyPlace place in Places)
        {
            _prose[(int)place] = ProseBehind(place);
        }
    }

    /// <summary>The vocabulary.</summary>
    public TokenVocabulary Vocabulary { get; }

    /// <summary>Tokens that hold a brace or a quotation mark.</summary>
    internal ImmutableArray<int> Marked => _marked;

    /// <summary>Tokens by their first byte.</summary>
    internal ReadOnlySpan<int> StartingWith(byte first) => _byFirstByte[first];

    /// <summary>0 for each token that may follow a place as prose, negative infinity for the others.</summary>
    internal ReadOnlySpan<float> Prose(ReplyPlace place) => _prose[(int)place];

    private float[] ProseBehind(ReplyPlace place)
    {
        // Nothing to say, no slot, no span, sentences without end: no answer's rules permit more prose than a refusal's.
        var rules = new ReplyRules(new ReplySlots { Status = AnswerStatus.Clarify, Slots = [] }, int.MaxValue);
        var mask = new float[Vocabulary.Count];
        for (int token = 0; token < mask.Length; token++)
        {
            ReplyState state = ReplyRules.Start;
            state.Place = place;
            state.IsWordUnknown = place == ReplyPlace.InWord;
            mask[token] = Fits(rules, ref state, Vocabulary.BytesOf(token)) ? 0 : float.NegativeInfinity;
        }

        return mask;
    }

    private static bool Fits(ReplyRules rules, ref ReplyState state, ReadOnlySpan<byte> bytes)
    {
        foreach (byte next in bytes)
        {
            if (!rules.Advance(ref state, next))
            {
                return false;
            }
        }

        return !bytes.IsEmpty && rules.Settles(state);
    }
}
