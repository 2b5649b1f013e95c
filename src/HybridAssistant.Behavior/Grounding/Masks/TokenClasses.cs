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
    private readonly int[][] _byByteBehindBlank;
    private readonly ImmutableArray<int> _marked;
    private readonly byte[] _wordBytes;

    /// <summary>Sorts the tokens of a vocabulary.</summary>
    /// <exception cref="ArgumentException">
    /// The vocabulary lacks a token of one byte that every reply needs, so that it could not end properly.
    /// </exception>
    public TokenClasses(TokenVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        Vocabulary = vocabulary;
        vocabulary.Spell("{\"}:,. abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"u8, new List<int>());
        int[] spelled = [.. Enumerable.Range(0, vocabulary.Count).Where(t => !vocabulary.BytesOf(t).IsEmpty)];
        _byFirstByte = ByByte(vocabulary, spelled, 0);
        _byByteBehindBlank = ByByte(vocabulary, [.. _byFirstByte[' '].Where(t => vocabulary.BytesOf(t).Length > 1)], 1);
        _marked = [.. Enumerable.Range(0, vocabulary.Count).Where(t => vocabulary.BytesOf(t).ContainsAny((byte)'{', (byte)'"'))];
        _wordBytes = [.. Enumerable.Range(0, vocabulary.Count).Select(t => WordBytes(vocabulary.BytesOf(t)))];
        foreach (ReplyPlace place in Places)
        {
            _prose[(int)place] = ProseBehind(place);
        }
    }

    /// <summary>The vocabulary.</summary>
    public TokenVocabulary Vocabulary { get; }

    /// <summary>Tokens that hold a brace or a quotation mark.</summary>
    internal ImmutableArray<int> Marked => _marked;

    /// <summary>Bytes by which each token goes on with a word, at most 255.</summary>
    internal ReadOnlySpan<byte> WordBytesOfTokens => _wordBytes;

    /// <summary>Tokens by their first byte.</summary>
    internal ReadOnlySpan<int> StartingWith(byte first) => _byFirstByte[first];

    /// <summary>Tokens that begin with a blank by the byte behind it.</summary>
    internal ReadOnlySpan<int> StartingWithBlankAnd(byte second) => _byByteBehindBlank[second];

    /// <summary>0 for each token that may follow a place as prose, negative infinity for the others.</summary>
    internal ReadOnlySpan<float> Prose(ReplyPlace place) => _prose[(int)place];

    private static int[][] ByByte(TokenVocabulary vocabulary, int[] tokens, int at)
    {
        ILookup<byte, int> groups = tokens.ToLookup(t => vocabulary.BytesOf(t)[at]);
        return [.. Enumerable.Range(0, byte.MaxValue + 1).Select(b => groups[(byte)b].ToArray())];
    }

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
            mask[token] = rules.Takes(ref state, Vocabulary.BytesOf(token)) ? 0 : float.NegativeInfinity;
        }

        return mask;
    }

    private static byte WordBytes(ReadOnlySpan<byte> token)
    {
        int count = 0;
        while (count < token.Length && count < byte.MaxValue && (char.IsAsciiLetter((char)token[count]) || token[count] is (byte)'-' or (byte)'\''))
        {
            count++;
        }

        return (byte)count;
    }
}
