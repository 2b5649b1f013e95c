using LLama.Native;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// Which tokens one step decodes: of replies that speak first, then of prompts, as many as fit. Replies that speak wait for whole
/// batches of prompts: a sentence leaves when it is whole and verified, so nobody sees the pause, and what is read sooner is
/// spoken beside more others.
/// </summary>
/// <param name="batchTokens">Tokens of one decode at most.</param>
internal sealed class StepPlan(int batchTokens)
{
    /// <summary>The tokens.</summary>
    public LLamaBatch Batch { get; } = new();

    /// <summary>The parts of shared beginnings that are in the batch.</summary>
    public List<(Prefix Prefix, int Count)> Prefixes { get; } = [];

    /// <summary>The parts of replies that are in the batch; where their logits are, or -1 where more is to be decoded first.</summary>
    public List<(Reply Reply, int Count, int LogitsAt)> Replies { get; } = [];

    /// <summary>Plans a step.</summary>
    public void Compose(IEnumerable<Prefix> prefixes, IReadOnlyCollection<Reply> running)
    {
        Batch.Clear();
        Prefixes.Clear();
        Replies.Clear();
        foreach (Reply reply in running.Where(reply => reply.IsSpeaking))
        {
            Add(reply);
        }

        foreach (Prefix prefix in prefixes)
        {
            Add(prefix);
        }

        foreach (Reply reply in running.Where(reply => !reply.IsSpeaking))
        {
            Add(reply);
        }
    }

    private void Add(Reply reply)
    {
        ReadOnlySpan<int> pending = reply.Pending;
        int count = Math.Min(pending.Length, batchTokens - Batch.TokenCount);
        if (count <= 0)
        {
            return;
        }

        for (int i = 0; i < count; i++)
        {
            Batch.Add(pending[i], reply.Position + i, (LLamaSeqId)reply.Sequence, logits: i == pending.Length - 1);
        }

        Replies.Add((reply, count, count == pending.Length ? Batch.TokenCount - 1 : -1));
    }

    private void Add(Prefix prefix)
    {
        int count = Math.Min(prefix.Tokens.Length - prefix.Decoded, batchTokens - Batch.TokenCount);
        if (count <= 0)
        {
            return;
        }

        for (int i = 0; i < count; i++)
        {
            int at = prefix.Decoded + i;
            Batch.Add(prefix.Tokens[at], at, (LLamaSeqId)prefix.Sequence, logits: false);
        }

        Prefixes.Add((prefix, count));
    }
}
