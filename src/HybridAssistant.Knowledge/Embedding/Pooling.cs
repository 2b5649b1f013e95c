using System.Numerics.Tensors;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Pools token vectors and normalises, as sentence-transformers does.</summary>
internal static class Pooling
{
    // The floor that sentence-transformers puts under the L2 norm.
    private const float SmallestNorm = 1e-12f;

    /// <summary>Pools the first <paramref name="tokenCount"/> rows; padding behind them never enters.</summary>
    /// <param name="tokens">Row-major token vectors of one text.</param>
    /// <param name="tokenCount">Rows that are no padding, at least one.</param>
    /// <param name="pooled">Receives the vector; its length is the row length.</param>
    /// <param name="mode">The folder's mode.</param>
    public static void Pool(ReadOnlySpan<float> tokens, int tokenCount, Span<float> pooled, PoolingMode mode)
    {
        int width = pooled.Length;
        tokens[..width].CopyTo(pooled);
        if (mode == PoolingMode.Cls)
        {
            return;
        }

        for (int t = 1; t < tokenCount; t++)
        {
            ReadOnlySpan<float> row = tokens.Slice(t * width, width);
            if (mode == PoolingMode.Max)
            {
                TensorPrimitives.Max(pooled, row, pooled);
            }
            else
            {
                TensorPrimitives.Add(pooled, row, pooled);
            }
        }

        if (mode != PoolingMode.Max)
        {
            float divisor = mode == PoolingMode.Mean ? tokenCount : MathF.Sqrt(tokenCount);
            TensorPrimitives.Divide(pooled, divisor, pooled);
        }
    }

    /// <summary>Scales to length 1.</summary>
    public static void Normalize(Span<float> vector) =>
        TensorPrimitives.Divide(vector, MathF.Max(TensorPrimitives.Norm(vector), SmallestNorm), vector);
}
