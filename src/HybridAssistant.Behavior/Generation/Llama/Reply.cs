using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// One request while the loop works on it: which tokens are still to be decoded, what was said, and when it is over. The loop's
/// thread alone touches it; only the channel of tokens is shared.
/// </summary>
internal sealed class Reply
{
    private readonly Channel<GeneratedToken> _tokens = Channel.CreateUnbounded<GeneratedToken>(
        new UnboundedChannelOptions { SingleWriter = true, SingleReader = true });

    private readonly TokenVocabulary _vocabulary;
    private readonly Action _ended;
    private readonly List<int> _pending = [];
    private int _promptLeft;
    private int _output;
    private int _forced;
    private int _shared;
    private bool _ranOut;
    private GenerationResult? _result;

    /// <summary>A request to work on.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="vocabulary">The model's tokens.</param>
    /// <param name="ended">Called once, when the reply is over, however it ended.</param>
    /// <param name="cancellationToken">Ends the reply between two steps.</param>
    public Reply(GenerationRequest request, TokenVocabulary vocabulary, Action ended, CancellationToken cancellationToken)
    {
        Request = request;
        _vocabulary = vocabulary;
        _ended = ended;
        CancellationToken = cancellationToken;
        Sampler = new TokenSampler(request.Sampling);
        Stream = new ReplyStream(_tokens.Reader, () => Volatile.Read(ref _result));
    }

    public GenerationRequest Request { get; }

    public CancellationToken CancellationToken { get; }

    public TokenSampler Sampler { get; }

    /// <summary>The reply as whoever asked sees it.</summary>
    public ReplyStream Stream { get; }

    /// <summary>The shared beginning that this reply builds on; null where it reads its whole prompt itself.</summary>
    public Prefix? Prefix { get; set; }

    /// <summary>The sequence of the context that this reply is written in; -1 until it runs.</summary>
    public int Sequence { get; set; } = -1;

    /// <summary>Positions that are set aside for this reply.</summary>
    public int Reserved { get; set; }

    /// <summary>Position of the next token to decode.</summary>
    public int Position { get; private set; }

    /// <summary>Decodes so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Tokens to be decoded before the model can choose the next one.</summary>
    public ReadOnlySpan<int> Pending => CollectionsMarshal.AsSpan(_pending);

    /// <summary>Whether the prompt has been read, so that a step gives the user something.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>Whether nothing remains to be said.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Begins: the prompt that is not in memory is to be read, and what the constraint forces first, after it.</summary>
    /// <param name="held">Tokens of the prompt's beginning that the sequence holds.</param>
    /// <param name="wasInMemory">Whether they were there before this reply asked for them.</param>
    public void Begin(int held, bool wasInMemory)
    {
        Position = held;
        _shared = wasInMemory ? held : 0;
        _pending.AddRange(Prefix is null ? [.. Request.Shared, .. Request.Prompt] : Request.Prompt);
        _promptLeft = _pending.Count;
        AppendForced();
    }

    /// <summary>Notes that the first of the pending tokens were decoded.</summary>
    public void Advance(int count)
    {
        _pending.RemoveRange(0, count);
        _promptLeft -= count;
        IsSpeaking = _promptLeft <= 0;
        Position += count;
        Steps++;
    }

    /// <summary>Appends the token that the model chose, and those that the constraint forces after it.</summary>
    public void Append(int token)
    {
        Request.Constraint?.Accept(token);
        Say(token, forced: false);
        AppendForced();
    }

    /// <summary>The reply is complete.</summary>
    public void Finish()
    {
        StopReason reason = _ranOut ? StopReason.Length : StopReason.Complete;
        int prompt = Request.Shared.Length + Request.Prompt.Length;
        Volatile.Write(ref _result, new GenerationResult(reason, prompt, _shared, _output, _forced, Steps));
        End(null);
    }

    /// <summary>The reply ends without being complete.</summary>
    public void Fail(Exception exception) => End(exception);

    private void End(Exception? exception)
    {
        IsOver = true;
        if (_tokens.Writer.TryComplete(exception))
        {
            _ended();
        }
    }

    private void AppendForced()
    {
        ITokenConstraint? constraint = Request.Constraint;
        while (!IsOver && constraint is { IsComplete: false } && constraint.Forced.Length > 0)
        {
            // Accepting one changes what is forced next.
            foreach (int token in constraint.Forced.ToArray())
            {
                constraint.Accept(token);
                Say(token, forced: true);
                if (IsOver)
                {
                    return;
                }
            }
        }

        IsOver |= constraint is { IsComplete: true };
    }

    private void Say(int token, bool forced)
    {
        // llama.cpp would refuse the whole batch, and with it everybody's.
        if (token < 0 || token >= _vocabulary.Count)
        {
            throw new ConstraintFailedException($"The constraint forces the token {token}; the vocabulary has {_vocabulary.Count}.");
        }

        if (_vocabulary.EndOfTurn.Contains(token))
        {
            IsOver = true;
            return;
        }

        _output++;
        _forced += forced ? 1 : 0;
        _pending.Add(token);
        _tokens.Writer.TryWrite(new GeneratedToken(token, forced));
        if (_output >= Request.MaxTokens && Request.Constraint is not { IsComplete: true })
        {
            (IsOver, _ranOut) = (true, true);
        }
    }
}
