namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// Lets requests into a context when there is room for their prompt and their longest reply, so that the context is never full in
/// the middle of one.
/// </summary>
/// <param name="decoder">The context.</param>
/// <param name="prefixes">Beginnings of prompts in it; idle ones give way.</param>
/// <param name="maxConcurrent">Requests beside each other; sequences 0 up to here are theirs.</param>
internal sealed class Admission(IDecoder decoder, PrefixCache prefixes, int maxConcurrent)
{
    private readonly Stack<int> _sequences = new(Enumerable.Range(0, maxConcurrent).Reverse());
    private int _reserved;

    /// <summary>Gives a request its sequence, and the beginning that it builds on.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryEnter(Reply reply)
    {
        GenerationRequest request = reply.Request;
        if (_sequences.Count == 0)
        {
            return false;
        }

        int needed = request.Prompt.Length + request.MaxTokens;
        Prefix? prefix = prefixes.Find(request.Shared);
        int unread = prefix is null ? request.Shared.Length : 0;
        while (_reserved + prefixes.Positions + needed + unread > decoder.Positions)
        {
            if (!prefixes.RemoveIdle(except: prefix))
            {
                return false;
            }
        }

        if (request.Shared.Length > 0)
        {
            // With more beginnings in use than can be kept, a request reads its own.
            prefix ??= prefixes.Add(request.Shared);
        }

        reply.Sequence = _sequences.Pop();
        reply.Prefix = prefix;
        reply.Reserved = needed + (prefix is null ? unread : 0);
        _reserved += reply.Reserved;
        if (prefix is not null)
        {
            prefixes.Enter(prefix);
        }

        return true;
    }

    /// <summary>Takes back what a request was given, and forgets what it read and said.</summary>
    public void Leave(Reply reply)
    {
        decoder.Remove(reply.Sequence);
        _sequences.Push(reply.Sequence);
        _reserved -= reply.Reserved;
        if (reply.Prefix is { } prefix)
        {
            prefix.Users--;
        }
    }
}
