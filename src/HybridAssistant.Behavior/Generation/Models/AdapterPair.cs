using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>The two factors by which an adapter changes a matrix of its base: W + scale B A.</summary>
/// <param name="Target">Name of the matrix in the base, as "blk.0.attn_q.weight".</param>
/// <param name="A">Of [input, rank].</param>
/// <param name="B">Of [rank, output].</param>
internal readonly record struct AdapterPair(string Target, GgufTensor A, GgufTensor B)
{
    /// <summary>The rank.</summary>
    public int Rank => (int)A.Dimensions[1];
}
