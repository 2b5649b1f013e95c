using HybridAssistant.Knowledge.Embedding;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class PoolingTests
{
    // Three tokens of two numbers; the fourth is padding.
    private static readonly float[] Tokens = [1f, -2f, 3f, 4f, 5f, 1f, 100f, 100f];

    [Theory]
    [InlineData(PoolingMode.Cls, 1f, -2f)]
    [InlineData(PoolingMode.Mean, 3f, 1f)]
    [InlineData(PoolingMode.Max, 5f, 4f)]
    [InlineData(PoolingMode.MeanSqrtLength, 5.196152f, 1.732051f)]
    internal void Pools_the_tokens_without_the_padding(PoolingMode mode, float first, float second)
    {
        float[] pooled = new float[2];

        Pooling.Pool(Tokens, tokenCount: 3, pooled, mode);

        Assert.Equal(first, pooled[0], 1e-5f);
        Assert.Equal(second, pooled[1], 1e-5f);
    }

    [Fact]
    public void Normalises_to_length_one()
    {
        float[] vector = [3f, 4f];

        Pooling.Normalize(vector);

        Assert.Equal([0.6f, 0.8f], vector);
    }

    [Fact]
    public void Leaves_a_vector_of_zeros_as_it_is()
    {
        float[] vector = [0f, 0f];

        Pooling.Normalize(vector);

        Assert.Equal([0f, 0f], vector);
    }
}
