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
    private readonly TokenClasses _classes;
    private readonly ReplyRules _rules;
    private readonly ReplyClosing _closing;
    private readonly int _maxFreeTokens;
    private readonly List<int> _forced = [];
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
        if (slots.Verdict >= 0)
        {
            Force($"{{{slots.Slots[slots.Verdict].Name}}}");
        }
    }

    /// <inheritdoc />
    public bool IsComplete => _state.Place == ReplyPlace.Complete;

    /// <inheritdoc />
    public ReadOnlySpan<int> Forced => CollectionsMarshal.AsSpan(_forced)[_forcedAt..];

    /// <summary>Tokens that the model chose.</summary>
    public int FreeTokens { get; private set; }

    /// <summary>The JSON written so far.</summary>
    public string Json => Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_written));

    /// <inheritdoc />
    public void Mask(Span<float> logits)
    {
        switch (_state.Place)
        {
            case ReplyPlace.InSlot:
                KeepOnly(logits, NextOfSlots());
                break;
            case ReplyPlace.InWord when !_state.IsOrdinary:
                KeepOnly(logits, [.. NextOfSpans(), (byte)' ', (byte)',', (byte)';', (byte)':', (byte)'.', (byte)'!', (byte)'?']);
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

        ReadOnlySpan<byte> bytes = _classes.Vocabulary.BytesOf(token);
        ReplyState state = _state;
        return !bytes.IsEmpty && Advance(ref state, bytes) && _rules.Settles(state);
    }

    /// <inheritdoc />
    public void Accept(int token)
    {
        if (!Allows(token))
        {
            throw new InvalidOperationException($"The token {token} may not come next in this reply.");
        }

        ReadOnlySpan<byte> bytes = _classes.Vocabulary.BytesOf(token);
        if (_accepted >= _frameTokens && !Advance(ref _state, bytes))
        {
            throw new InvalidOperationException($"The forced token {token} breaks the rules of the reply.");
        }

        _accepted++;
        _written.AddRange(bytes);
        if (_forcedAt < _forced.Count)
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

    private bool Advance(ref ReplyState state, ReadOnlySpan<byte> bytes)
    {
        foreach (byte next in bytes)
        {
            if (!_rules.Advance(ref state, next))
            {
                return false;
            }
        }

        return true;
    }

    private void KeepProse(Span<float> logits)
    {
        // What prose forbids but slots, spans and the end of the text permit is asked for one by one.
        var kept = new List<(int Token, float Logit)>();
        bool opensSlot = _rules.Said.Available(_state) != 0;
        if (opensSlot || _rules.Said.IsAllSaid(_state))
        {
            Keep(logits, _classes.Marked.AsSpan(), kept);
        }

        foreach (byte[] span in _rules.Spans.Spans)
        {
            Keep(logits, _classes.StartingWith(span[0]), kept);
            Keep(logits, _classes.StartingWith((byte)' '), kept, second: span[0]);
        }

        if (_state.Spans != 0)
        {
            foreach (byte next in NextOfSpans())
            {
                Keep(logits, _classes.StartingWith(next), kept);
            }
        }

        TensorPrimitives.Add(logits, _classes.Prose(_state.Place), logits);
        foreach ((int token, float logit) in kept)
        {
            logits[token] = logit;
        }
    }

    private void KeepOnly(Span<float> logits, ReadOnlySpan<byte> nextBytes)
    {
        var kept = new List<(int Token, float Logit)>();
        foreach (byte next in nextBytes)
        {
            Keep(logits, _classes.StartingWith(next), kept);
        }

        logits.Fill(float.NegativeInfinity);
        foreach ((int token, float logit) in kept)
        {
            logits[token] = logit;
        }
    }

    private void Keep(ReadOnlySpan<float> logits, ReadOnlySpan<int> tokens, List<(int Token, float Logit)> kept, byte second = 0)
    {
        foreach (int token in tokens)
        {
            ReadOnlySpan<byte> bytes = _classes.Vocabulary.BytesOf(token);
            if ((second == 0 || (bytes.Length > 1 && bytes[1] == second)) && Allows(token))
            {
                kept.Add((token, logits[token]));
            }
        }
    }

    private byte[] NextOfSlots() => [.. _rules.Said.NextOfSlots(_state).Distinct()];

    private byte[] NextOfSpans() => [.. _rules.Spans.NextOfSpans(_state).Distinct()];
}
