using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>The beginning of prompts, kept in a sequence of its own.</summary>
internal sealed class Prefix(ImmutableArray<int> tokens, int sequence)
{
    public ImmutableArray<int> Tokens { get; } = tokens;

    /// <summary>The sequence that holds it.</summary>
    public int Sequence { get; } = sequence;

    /// <summary>How many of its tokens are in memory.</summary>
    public int Decoded { get; set; }

    /// <summary>Replies that build on it.</summary>
    public int Users { get; set; }

    /// <summary>Order of last use.</summary>
    public long LastUse { get; set; }

    public bool IsReady => Decoded == Tokens.Length;
}
