using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Generation.Gguf;

/// <summary>An entry of a file's table of tensors.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">How its numbers are stored.</param>
/// <param name="Dimensions">Numbers along each dimension, the quickest first; 1 to 4.</param>
/// <param name="Position">Where its data begin, in bytes from the start of the file.</param>
/// <param name="Bytes">Bytes of its data.</param>
internal sealed record GgufTensor(string Name, GgufTensorType Type, ImmutableArray<long> Dimensions, long Position, long Bytes)
{
    /// <summary>How many numbers it holds.</summary>
    public long Count => Dimensions.Aggregate(1L, (product, dimension) => product * dimension);

    /// <summary>The dimensions as text.</summary>
    public string Shape => Describe(Dimensions.AsSpan());

    /// <summary>Whether it has given dimensions; left-out ones are 1.</summary>
    public bool HasShape(params ReadOnlySpan<long> expected)
    {
        for (int i = 0; i < Math.Max(expected.Length, Dimensions.Length); i++)
        {
            if ((i < expected.Length ? expected[i] : 1) != (i < Dimensions.Length ? Dimensions[i] : 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Dimensions as text.</summary>
    public static string Describe(ReadOnlySpan<long> dimensions) => $"[{string.Join(", ", dimensions.ToArray())}]";
}
