using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using HybridAssistant.Knowledge.Indexing.Vectors;

namespace HybridAssistant.Knowledge.Tests.Indexing.Vectors;

public sealed class Int8DotProductTests
{
    [Theory]
    [InlineData(64)]
    [InlineData(384)]
    [InlineData(1024)]
    public void Every_instruction_set_gives_the_exact_sum(int length)
    {
        var random = new Random(length);
        int largest = int.MaxValue / (127 * length) is var fits && fits < short.MaxValue ? fits : short.MaxValue;
        sbyte[] row = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];
        short[] query = [.. Enumerable.Range(0, length).Select(_ => (short)random.Next(-largest, largest + 1))];
        int expected = row.Zip(query, (a, b) => a * b).Sum();

        Assert.Equal(expected, Int8DotProduct.Portable(ref row[0], ref query[0], length));
        Assert.Equal(expected, Int8DotProduct.Compute(row, query));
        if (Avx2.IsSupported)
        {
            Assert.Equal(expected, Int8DotProduct.Avx256(ref row[0], ref query[0], length));
        }

        if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
        {
            Assert.Equal(expected, Int8DotProduct.Avx512(ref row[0], ref query[0], length));
        }
    }

    [Fact]
    public void The_largest_codes_do_not_overflow()
    {
        sbyte[] row = [.. Enumerable.Repeat((sbyte)127, 1024)];
        short[] query = EncodedQuery.Create([.. Enumerable.Repeat(-1f, 1024)]).Codes;

        int sum = Int8DotProduct.Compute(row, query);

        Assert.Equal(-16513 * 127 * 1024, sum);
    }
}
