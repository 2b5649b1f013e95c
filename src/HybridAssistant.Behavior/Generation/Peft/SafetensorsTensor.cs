using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Generation.Peft;

/// <summary>A tensor of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">How its numbers are stored.</param>
/// <param name="Shape">Numbers along each dimension, the slowest first (rows, then columns), as in Python.</param>
/// <param name="Position">Where its data begin, in bytes from the start of the file.</param>
/// <param name="Bytes">Bytes of its data.</param>
internal sealed record SafetensorsTensor(string Name, SafetensorsType Type, ImmutableArray<long> Shape, long Position, long Bytes)
{
    /// <summary>The shape as text.</summary>
    public string Describe() => $"[{string.Join(", ", Shape)}]";
}
