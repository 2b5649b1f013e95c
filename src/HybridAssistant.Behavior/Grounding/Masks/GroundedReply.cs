using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;

namespace HybridAssistant.Behavior.Grounding.Masks;

/// <summary>
/// The internal JSON of one reply, <c>{"status":"...","answer":"..."}</c>, as a constraint on tokens: the frame is forced, the
/// text follows <see cref="ReplyRules"/>, and at its limits it is ended by <see cref="ReplyClosing"/>.
/// </summary>
public sealed class GroundedReply : ITokenConstraint
{
    // Words and marks by which a reply is ended in the middle of a sentence, and names that are said once more there.
    private const int Margin = 48;

    private readonly TokenClasses _classes;
    private readonly ReplyRules _rules;
    private readonly ReplyClosing _closing;
    private readonly int _maxFreeTokens;
    private readonly List<int> _forced = [];
    private readonly List<(int Token, float Logit)> _kept = [];
    private readonly List<byte> _written = [];
    private readonly int _frameTokens;
    private ReplyState _state = ReplyRules.Start;
    private int _forcedAt;
    private int _accepted;

    /// <summary>A reply that has not begun.</summary>
    /// <param name="classes">The vocabulary's tokens.</param>
    /// <param name="slots">What may and must be said.</param>
    /// <param name="limits">How long it may get.</param>
    public GroundedReply(TokenClasses classes, ReplySlots slots, ReplyLimits limits)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(limits);
        _classes = classes;
        _rules = new ReplyRules(slots, limits.MaxSentences);
        _closing = new ReplyClosing(_rules);
        _maxFreeTokens = limits.MaxFreeTokens;
        classes.Vocabulary.Spell(Encoding.ASCII.GetBytes(ReplyFrame.Open(slots.Status)), _forced);
        _frameTokens = _forced.Count;
        var rest = new List<int>();
        classes.Vocabulary.Spell(Encoding.UTF8.GetBytes(_closing.Close(ReplyRules.Start) + ReplyFrame.Close), rest);
        MaxTokens = _frameTokens + _maxFreeTokens + rest.Count + Margin;
        if (slots.Verdict >= 0)
        {
            Force($"{{{slots.Slots[slots.Verdict].Name}}}");
        }
    }

    /// <inheritdoc />
    public bool IsComplete => _state.Place == ReplyPlace.Complete;

    /// <inheritdoc />
    public ReadOnlySpan<int> Forced => CollectionsMarshal.AsSpan(_forced)[_forcedAt..];

    private static ReadOnlySpan<byte> Boundaries => " ,;:.!?"u8;

    /// <summary>
    /// Tokens that the reply has at most: frame, free tokens, and all that may have to be said by code. A slot that is named on the
    /// way need not be named at the end.
    /// </summary>
    public int MaxTokens { get; }

    /// <summary>Tokens that the model chose.</summary>
    public int FreeTokens { get; private set; }

    /// <summary>Tokens accepted so far.</summary>
    public int Tokens => _accepted;

    /// <summary>The JSON written so far.</summary>
    public string Json => Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_written));

    /// <inheritdoc />
    public void Mask(Span<float> logits)
    {
        Span<byte> next = stackalloc byte[ReplySlots.MaxSlots + Boundaries.Length];
        switch (_state.Place)
        {
            case ReplyPlace.InSlot:
                KeepOnly(logits, next[.._rules.Said.NextBytes(_state, next)]);
                break;
            case ReplyPlace.InWord when !_state.IsOrdinary:
                int count = _rules.Spans.NextBytes(_state, next);
                Boundaries.CopyTo(next[count..]);
                KeepOnly(logits, next[..(count + Boundaries.Length)]);
                break;
            default:
                KeepProse(logits);
                break;
        }
    }

    /// <inheritdoc />
    public bool Allows(int token)
    {
        if (_forcedAt < _forced.Count)
        {
            return _forced[_forcedAt] == token;
        }

        ReplyState state = _state;
        return _rules.Takes(ref state, _classes.Vocabulary.BytesOf(token));
    }

    /// <inheritdoc />
    public void Accept(int token)
    {
        bool isForced = _forcedAt < _forced.Count;
        ReadOnlySpan<byte> bytes = _classes.Vocabulary.BytesOf(token);
        ReplyState state = _state;
        if (isForced ? _forced[_forcedAt] != token : !_rules.Takes(ref state, bytes))
        {
            throw new InvalidOperationException($"The token {token} may not come next in this reply.");
        }

        if (isForced && _accepted >= _frameTokens && !_rules.Advance(ref state, bytes))
        {
            throw new InvalidOperationException($"The forced token {token} breaks the rules of the reply.");
        }

        _state = state;
        _accepted++;
        _written.AddRange(bytes);
        if (isForced)
        {
            _forcedAt++;
        }
        else
        {
            FreeTokens++;
        }

        if (_forcedAt == _forced.Count && _accepted >= _frameTokens)
        {
            ForceNext();
        }
    }

    private void ForceNext()
    {
        _forced.Clear();
        _forcedAt = 0;
        if (_state.Place == ReplyPlace.AfterText)
        {
            Force("}");
        }
        else if (FreeTokens >= _maxFreeTokens || (_rules.IsFull(_state) && _rules.MayEnd(_state)))
        {
            Force(_closing.Close(_state) + ReplyFrame.Close);
        }
        else if (_state.Place == ReplyPlace.InSlot && BitOperations.IsPow2(_state.Slots))
        {
            Force(Encoding.ASCII.GetString(_rules.Completion(_state)) + "}");
        }
    }

    private void Force(string text)
    {
        if (!IsComplete)
        {
            _classes.Vocabulary.Spell(Encoding.UTF8.GetBytes(text), _forced);
        }
    }

    private void KeepProse(Span<float> logits)
    {
        // What prose forbids but slots, spans and the end of the text permit is asked for one by one.
        if (_rules.Said.Available(_state) != 0 || _rules.Said.IsAllSaid(_state))
        {
            Keep(logits, _classes.Marked.AsSpan());
        }

        foreach (byte first in _rules.Spans.FirstBytes)
        {
            Keep(logits, _classes.StartingWith(first));
            Keep(logits, _classes.StartingWithBlankAnd(first));
        }

        if (_state.Spans != 0)
        {
            Span<byte> next = stackalloc byte[ReplySlots.MaxSlots];
            foreach (byte first in next[.._rules.Spans.NextBytes(_state, next)])
            {
                Keep(logits, _classes.StartingWith(first));
            }
        }

        TensorPrimitives.Add(logits, _classes.Prose(_state.Place), logits);
        HideLongWords(logits);
        Restore(logits);
    }

    // Near the longest word most tokens would be found too long only one by one.
    private void HideLongWords(Span<float> logits)
    {
        int room = WordBuffer.Capacity - _state.WordLength;
        if (_state.Place != ReplyPlace.InWord || room >= WordBuffer.Capacity / 2)
        {
            return;
        }

        ReadOnlySpan<byte> lengths = _classes.WordBytesOfTokens;
        for (int token = 0; token < lengths.Length; token++)
        {
            if (lengths[token] > room)
            {
                logits[token] = float.NegativeInfinity;
            }
        }
    }

    private void KeepOnly(Span<float> logits, ReadOnlySpan<byte> nextBytes)
    {
        foreach (byte next in nextBytes)
        {
            Keep(logits, _classes.StartingWith(next));
        }

        logits.Fill(float.NegativeInfinity);
        Restore(logits);
    }

    private void Keep(ReadOnlySpan<float> logits, ReadOnlySpan<int> tokens)
    {
        foreach (int token in tokens)
        {
            if (Allows(token))
            {
                _kept.Add((token, logits[token]));
            }
        }
    }

    private void Restore(Span<float> logits)
    {
        foreach ((int token, float logit) in _kept)
        {
            logits[token] = logit;
        }

        _kept.Clear();
    }
}
