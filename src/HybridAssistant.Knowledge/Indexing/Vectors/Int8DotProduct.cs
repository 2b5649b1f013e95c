using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>
/// Exact dot product of 8-bit codes with 16-bit codes. Widening to 16 bits and adding pairs keeps up with the memory
/// (35 GB/s on one Zen 4 core), so nothing is gained from instructions that multiply bytes, whose sums may saturate.
/// </summary>
internal static class Int8DotProduct
{
    /// <summary>Rows start on cache lines.</summary>
    public const int Alignment = 64;

    /// <summary>Length of a row with its padding.</summary>
    public static int PaddedLength(int dimensions) => (dimensions + Alignment - 1) / Alignment * Alignment;

    /// <param name="row">Codes of a row, padded.</param>
    /// <param name="query">Codes of the query, padded to the same length.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Compute(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        ref sbyte r = ref MemoryMarshal.GetReference(row);
        ref short q = ref MemoryMarshal.GetReference(query);
        return Vector512.IsHardwareAccelerated && Avx512BW.IsSupported ? Avx512(ref r, ref q, row.Length)
            : Avx2.IsSupported ? Avx256(ref r, ref q, row.Length)
            : Portable(ref r, ref q, row.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Avx512(ref sbyte row, ref short query, int length)
    {
        // Two sums, so that an addition does not wait for the one before it.
        Vector512<int> even = Vector512<int>.Zero;
        Vector512<int> odd = Vector512<int>.Zero;
        for (nuint i = 0; i < (nuint)length; i += 64)
        {
            even += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, i)), Vector512.LoadUnsafe(ref query, i));
            odd += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, i + 32)), Vector512.LoadUnsafe(ref query, i + 32));
        }

        return Vector512.Sum(even + odd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Avx256(ref sbyte row, ref short query, int length)
    {
        Vector256<int> even = Vector256<int>.Zero;
        Vector256<int> odd = Vector256<int>.Zero;
        for (nuint i = 0; i < (nuint)length; i += 32)
        {
            even += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, i)), Vector256.LoadUnsafe(ref query, i));
            odd += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, i + 16)), Vector256.LoadUnsafe(ref query, i + 16));
        }

        return Vector256.Sum(even + odd);
    }

    internal static int Portable(ref sbyte row, ref short query, int length)
    {
        Vector128<int> sum = Vector128<int>.Zero;
        for (nuint i = 0; i < (nuint)length; i += 16)
        {
            (Vector128<short> lowRow, Vector128<short> highRow) = Vector128.Widen(Vector128.LoadUnsafe(ref row, i));
            sum += MultiplyAdd(lowRow, Vector128.LoadUnsafe(ref query, i));
            sum += MultiplyAdd(highRow, Vector128.LoadUnsafe(ref query, i + 8));
        }

        return Vector128.Sum(sum);
    }

    private static Vector128<int> MultiplyAdd(Vector128<short> left, Vector128<short> right) =>
        (Vector128.WidenLower(left) * Vector128.WidenLower(right)) + (Vector128.WidenUpper(left) * Vector128.WidenUpper(right));
}
