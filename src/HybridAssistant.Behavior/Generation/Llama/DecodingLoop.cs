using LLama.Native;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// Works on all requests of one context in one batch a step; a new request joins between two steps. One thread owns it.
/// </summary>
internal sealed class DecodingLoop : IDisposable
{
    private readonly IDecoder _decoder;
    private readonly PrefixCache _prefixes;
    private readonly Admission _admission;
    private readonly StepPlan _plan;
    private readonly Queue<Reply> _waiting = [];
    private readonly List<Reply> _running = [];

    /// <summary>A loop over a context, which it owns.</summary>
    /// <param name="decoder">The context.</param>
    /// <param name="maxConcurrent">Requests that run beside each other; sequences 0 up to here are theirs.</param>
    /// <param name="maxPrefixes">Beginnings of prompts that are kept; the next sequences are theirs.</param>
    /// <param name="modelPath">The model's file, for messages.</param>
    public DecodingLoop(IDecoder decoder, int maxConcurrent, int maxPrefixes, string modelPath)
    {
        _decoder = decoder;
        ModelPath = modelPath;
        _prefixes = new PrefixCache(decoder, Enumerable.Range(maxConcurrent, maxPrefixes).Reverse());
        _admission = new Admission(decoder, _prefixes, maxConcurrent);
        _plan = new StepPlan(decoder.BatchTokens);
    }

    /// <summary>The model's file.</summary>
    public string ModelPath { get; }

    /// <summary>Whether no request waits or runs.</summary>
    public bool IsIdle => _waiting.Count == 0 && _running.Count == 0;

    /// <summary>Batches decoded so far.</summary>
    public int Decodes { get; private set; }

    /// <summary>Tokens decoded so far.</summary>
    public int DecodedTokens { get; private set; }

    /// <summary>Takes a request; it begins when there is room for it.</summary>
    public void Enqueue(Reply reply)
    {
        GenerationRequest request = reply.Request;
        int prompt = request.Shared.Length + request.Prompt.Length;
        if (prompt + request.MaxTokens > _decoder.Positions)
        {
            reply.Fail(new ContextOverflowException(prompt, request.MaxTokens, _decoder.Positions));
            return;
        }

        _waiting.Enqueue(reply);
    }

    /// <summary>Decodes one batch.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public bool Step()
    {
        DropCancelled();
        AdmitWaiting();
        _plan.Compose(_prefixes.Unfinished, _running);
        if (_plan.Batch.TokenCount == 0)
        {
            return !IsIdle;
        }

        DecodeResult result = _decoder.Decode(_plan.Batch);
        if (result != DecodeResult.Ok)
        {
            Recover(result);
            return true;
        }

        Decodes++;
        DecodedTokens += _plan.Batch.TokenCount;
        _plan.Prefixes.ForEach(part => ReadPrefix(part.Prefix, part.Count));
        _plan.Replies.ForEach(part => Continue(part.Reply, part.Count, part.LogitsAt));
        return true;
    }

    /// <summary>Ends every request, waiting or running, and forgets what the context holds.</summary>
    /// <param name="reason">Makes what each request is told.</param>
    public void Stop(Func<Exception> reason)
    {
        foreach (Reply reply in _waiting.Concat(_running).ToArray())
        {
            reply.Fail(reason());
            Leave(reply);
        }

        _waiting.Clear();
        _prefixes.Clear();
        _decoder.Clear();
    }

    public void Dispose() => _decoder.Dispose();

    private void DropCancelled()
    {
        foreach (Reply reply in _waiting.Concat(_running)
            .Where(reply => reply is { IsOver: false, CancellationToken.IsCancellationRequested: true }).ToArray())
        {
            reply.Fail(new OperationCanceledException(reply.CancellationToken));
            Leave(reply);
        }
    }

    // First come, first served: a long request is not passed over for ever by short ones.
    private void AdmitWaiting()
    {
        while (_waiting.TryPeek(out Reply? next) && (next.IsOver || _admission.TryEnter(next)))
        {
            _waiting.Dequeue();
            if (next.IsOver)
            {
                continue;
            }

            _running.Add(next);
            if (next.Prefix is null or { IsReady: true })
            {
                Begin(next, wasInMemory: next.Prefix is not null);
            }
        }
    }

    private void Begin(Reply reply, bool wasInMemory)
    {
        if (reply.Prefix is { } prefix)
        {
            _decoder.Fork(prefix.Sequence, reply.Sequence);
        }

        Guard(reply, () => reply.Begin(reply.Prefix?.Tokens.Length ?? 0, wasInMemory));
    }

    private void ReadPrefix(Prefix prefix, int count)
    {
        prefix.Decoded += count;
        if (prefix.IsReady)
        {
            foreach (Reply reply in _running.Where(reply => reply.Prefix == prefix).ToArray())
            {
                Begin(reply, wasInMemory: false);
            }
        }
    }

    private void Continue(Reply reply, int count, int logitsAt)
    {
        reply.Advance(count);
        if (logitsAt >= 0)
        {
            Guard(reply, () => reply.Append(reply.Sampler.Next(_decoder.Logits(logitsAt), reply.Request.Constraint)));
        }
    }

    /// <summary>Whatever a constraint throws ends its own reply, and no other.</summary>
    private void Guard(Reply reply, Action work)
    {
        try
        {
            work();
            if (reply.IsOver)
            {
                reply.Finish();
            }
        }
        catch (ConstraintFailedException exception)
        {
            reply.Fail(exception);
        }
        // A constraint is foreign code and may throw anything; the other replies of the batch must go on.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            reply.Fail(new ConstraintFailedException($"The constraint of the reply failed: {exception.Message}", exception));
        }

        if (reply.IsOver)
        {
            Leave(reply);
        }
    }

    private void Leave(Reply reply)
    {
        if (_running.Remove(reply))
        {
            _admission.Leave(reply);
        }
    }

    private void Recover(DecodeResult result)
    {
        if (result == DecodeResult.NoKvSlot)
        {
            // Nothing was kept of the batch. Room is made by what nobody needs, else by the reply that began last.
            if (!_prefixes.RemoveIdle())
            {
                Reply youngest = _running[^1];
                youngest.Fail(new ModelBusyException(
                    "The context of the language model is full. Send the request again, or raise Behavior:Generation:ContextTokens."));
                Leave(youngest);
            }

            return;
        }

        // Part of the batch may have been kept; no reply can tell what of its own.
        foreach (Reply reply in _running.ToArray())
        {
            reply.Fail(new LanguageModelException($"llama.cpp could not decode with the model '{ModelPath}': {result}.", ModelPath));
            Leave(reply);
        }

        _prefixes.Clear();
        _decoder.Clear();
    }
}
