using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>
/// Vectors that enter and leave a scan together, those of one document say. Each is held in single precision and, for
/// the first pass, as 8-bit codes with a scale and the distance between the two: that distance bounds the error of the
/// first pass, so that the search is exact.
/// </summary>
internal sealed class VectorSegment
{
    private const int LargestCode = 127;

    private readonly float[] _vectors;
    private readonly sbyte[] _codes;
    private readonly int _codesStart;
    private readonly int _stride;
    private readonly float[] _scales;
    private readonly float[] _errors;

    private VectorSegment(float[] vectors, int dimensions)
    {
        Dimensions = dimensions;
        Count = vectors.Length / dimensions;
        _vectors = vectors;
        _stride = Int8DotProduct.PaddedLength(dimensions);
        _scales = new float[Count];
        _errors = new float[Count];

        // Pinned, so that rows stay on cache-line borders; the padding is zero and adds nothing.
        _codes = GC.AllocateArray<sbyte>(checked((Count * _stride) + Int8DotProduct.Alignment), pinned: true);
        _codesStart = AlignmentOffset(_codes);
    }

    public int Dimensions { get; }

    public int Count { get; }

    /// <summary>Longest vector; 1 for unit vectors.</summary>
    public float LargestNorm { get; private set; }

    /// <param name="vectors">Row-major; copied.</param>
    /// <param name="dimensions">Length of a row.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the dimensions, or a number is not finite.</exception>
    public static VectorSegment Create(ReadOnlySpan<float> vectors, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        if (vectors.Length % dimensions != 0)
        {
            throw new ArgumentException(
                $"{vectors.Length} numbers are no whole rows of {dimensions}.", nameof(vectors));
        }

        var segment = new VectorSegment(vectors.ToArray(), dimensions);
        for (int row = 0; row < segment.Count; row++)
        {
            segment.Encode(row);
        }

        return segment;
    }

    /// <summary>The row in single precision.</summary>
    public ReadOnlySpan<float> this[int row] => _vectors.AsSpan(row * Dimensions, Dimensions);

    /// <summary>First pass over the allowed rows.</summary>
    /// <param name="query">The encoded query.</param>
    /// <param name="allowed">One bit a row of the whole scan; empty: all.</param>
    /// <param name="firstRow">Number that the segment's first row has in the whole scan.</param>
    /// <param name="candidates">Receives what may be among the nearest.</param>
    public void Scan(EncodedQuery query, ReadOnlySpan<ulong> allowed, int firstRow, CandidateList candidates)
    {
        float queryError = LargestNorm * query.Error;
        for (int row = 0; row < Count; row++)
        {
            if (!allowed.IsEmpty)
            {
                row = NextAllowed(allowed, firstRow + row, firstRow + Count) - firstRow;
                if (row >= Count)
                {
                    return;
                }
            }

            int dot = Int8DotProduct.Compute(CodesOf(row), query.Codes);
            float score = dot * _scales[row] * query.Scale;
            candidates.Consider(firstRow + row, score, (_errors[row] * query.Norm) + queryError);
        }
    }

    /// <returns><paramref name="end"/> or more where none is left.</returns>
    private static int NextAllowed(ReadOnlySpan<ulong> allowed, int row, int end)
    {
        while (row < end)
        {
            ulong rest = allowed[row >> 6] >> (row & 63);
            if (rest != 0)
            {
                return row + BitOperations.TrailingZeroCount(rest);
            }

            row = (row | 63) + 1;
        }

        return row;
    }

    private void Encode(int row)
    {
        ReadOnlySpan<float> vector = this[row];
        float largest = MathF.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (!float.IsFinite(largest))
        {
            throw new ArgumentException($"Vector {row} holds a number that is not finite.");
        }

        float scale = largest / LargestCode;
        double squaredError = 0;
        Span<sbyte> codes = _codes.AsSpan(_codesStart + (row * _stride), Dimensions);
        for (int i = 0; i < vector.Length; i++)
        {
            float code = scale == 0 ? 0 : MathF.Round(vector[i] / scale);
            codes[i] = (sbyte)code;
            double difference = vector[i] - ((double)code * scale);
            squaredError += difference * difference;
        }

        _scales[row] = scale;
        _errors[row] = (float)Math.Sqrt(squaredError);
        LargestNorm = MathF.Max(LargestNorm, TensorPrimitives.Norm(vector));
    }

    private ReadOnlySpan<sbyte> CodesOf(int row) => _codes.AsSpan(_codesStart + (row * _stride), _stride);

    private static int AlignmentOffset(sbyte[] pinned)
    {
        nint beyond = Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0) % Int8DotProduct.Alignment;
        return beyond == 0 ? 0 : Int8DotProduct.Alignment - (int)beyond;
    }
}
