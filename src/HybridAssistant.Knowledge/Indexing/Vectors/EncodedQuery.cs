using System.Numerics.Tensors;

namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>
/// A query as 16-bit codes: the product with a row's 8-bit codes costs the same as with an 8-bit query, and nearly all
/// of the error is then the row's.
/// </summary>
internal sealed class EncodedQuery
{
    // Single-precision rounding of the dot products that the bound is compared with, relative to the vectors' lengths.
    private const float RoundingError = 1e-5f;

    private EncodedQuery(short[] codes, float scale, float norm, float error)
    {
        Codes = codes;
        Scale = scale;
        Norm = norm;
        Error = error;
    }

    /// <summary>Padded with zeros like the rows.</summary>
    public short[] Codes { get; }

    public float Scale { get; }

    /// <summary>Length of the query as its codes give it.</summary>
    public float Norm { get; }

    /// <summary>Distance between the query and its codes, and the rounding of single precision.</summary>
    public float Error { get; }

    public static EncodedQuery Create(ReadOnlySpan<float> query)
    {
        float largest = MathF.Abs(TensorPrimitives.MaxMagnitude(query));
        if (!float.IsFinite(largest))
        {
            throw new ArgumentException("The query vector holds a number that is not finite.", nameof(query));
        }

        // The whole sum stays within 32 bits.
        int largestCode = Math.Min(short.MaxValue, int.MaxValue / (sbyte.MaxValue * query.Length));
        float scale = largest / largestCode;
        short[] codes = new short[Int8DotProduct.PaddedLength(query.Length)];
        double squaredError = 0, squaredNorm = 0;
        for (int i = 0; i < query.Length; i++)
        {
            codes[i] = scale == 0 ? (short)0 : (short)MathF.Round(query[i] / scale);
            double value = (double)codes[i] * scale;
            squaredNorm += value * value;
            squaredError += (query[i] - value) * (query[i] - value);
        }

        float norm = (float)Math.Sqrt(squaredNorm);
        return new EncodedQuery(codes, scale, norm, (float)Math.Sqrt(squaredError) + (RoundingError * norm));
    }
}
