using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.RandomModels;

/// <summary>Writes random numbers of a given standard deviation in a tensor's own storage, without a detour over floats.</summary>
internal static class RandomNumbers
{
    private const int BlockNumbers = 32;
    private const int ChunkBlocks = 4096;

    /// <summary>A writer of random numbers.</summary>
    public static Action<Stream> Of(GgufTensorType type, long numbers, float deviation, SplitMix random) => type switch
    {
        GgufTensorType.F32 => stream => Floats(stream, numbers, deviation, random, sizeof(float)),
        GgufTensorType.F16 => stream => Floats(stream, numbers, deviation, random, sizeof(ushort)),
        // Bytes stand for -128..127, all equally likely; nibbles for -7..7, zero twice as likely: deviations of 73.9 and 4.18.
        GgufTensorType.Q4_0 => stream => Blocks(stream, numbers, (Half)(deviation / 4.18f), random, BlockNumbers / 2),
        GgufTensorType.Q8_0 => stream => Blocks(stream, numbers, (Half)(deviation / 73.9f), random, BlockNumbers),
        _ => throw new ArgumentException($"No random numbers in {type}; F32, F16, Q4_0 and Q8_0 can be had.", nameof(type)),
    };

    /// <summary>A writer of numbers about one, as the weights of norms are; they tell bases of one shape apart.</summary>
    public static Action<Stream> NearOne(int numbers, SplitMix random) => stream =>
    {
        Span<byte> number = stackalloc byte[sizeof(float)];
        for (int i = 0; i < numbers; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(number, 1 + random.Spread(0.1f));
            stream.Write(number);
        }
    };

    private static void Floats(Stream stream, long numbers, float deviation, SplitMix random, int size)
    {
        var chunk = new byte[(int)Math.Min(numbers, ChunkBlocks * BlockNumbers) * size];
        for (long left = numbers; left > 0;)
        {
            int count = (int)Math.Min(left, chunk.Length / size);
            for (int i = 0; i < count; i++)
            {
                float number = random.Spread(deviation);
                if (size == sizeof(float))
                {
                    BinaryPrimitives.WriteSingleLittleEndian(chunk.AsSpan(i * size), number);
                }
                else
                {
                    BinaryPrimitives.WriteHalfLittleEndian(chunk.AsSpan(i * size), (Half)number);
                }
            }

            stream.Write(chunk.AsSpan(0, count * size));
            left -= count;
        }
    }

    private static void Blocks(Stream stream, long numbers, Half scale, SplitMix random, int quants)
    {
        int size = sizeof(ushort) + quants;
        var chunk = new byte[ChunkBlocks * size];
        for (long left = numbers / BlockNumbers; left > 0;)
        {
            int count = (int)Math.Min(left, ChunkBlocks);
            foreach (ref ulong word in MemoryMarshal.Cast<byte, ulong>(chunk.AsSpan()))
            {
                word = quants < BlockNumbers ? Balance(random.Next()) : random.Next();
            }

            for (int at = 0; at < count * size; at += size)
            {
                BinaryPrimitives.WriteHalfLittleEndian(chunk.AsSpan(at), scale);
            }

            stream.Write(chunk.AsSpan(0, count * size));
            left -= count;
        }
    }

    // Nibbles of zero stand for -8, which has no counterpart: the mean would not be zero, and a matrix of 576 columns adds it up
    // to more than all else. They become 8, which stands for zero.
    private static ulong Balance(ulong nibbles)
    {
        const ulong Lowest = 0x1111_1111_1111_1111;
        ulong filled = (nibbles | (nibbles >> 1) | (nibbles >> 2) | (nibbles >> 3)) & Lowest;
        return nibbles | ((filled ^ Lowest) << 3);
    }
}
