using System.Numerics.Tensors;

namespace HybridAssistant.Benchmarks;

/// <summary>Draws unit vectors around random centres; cosine to the own centre about 0.78, as among lines of one table.</summary>
internal sealed class ClusteredVectors
{
    private const float Spread = 0.8f;

    private readonly Random _random;
    private readonly int _dimensions;
    private readonly float[] _centres;

    public ClusteredVectors(int seed, int dimensions, int clusters)
    {
        _random = new Random(seed);
        _dimensions = dimensions;
        _centres = new float[clusters * dimensions];
        for (int i = 0; i < clusters; i++)
        {
            DrawDirection(_centres.AsSpan(i * dimensions, dimensions));
        }
    }

    public float[] Draw(int count)
    {
        float[] vectors = new float[count * _dimensions];
        for (int i = 0; i < count; i++)
        {
            Span<float> vector = vectors.AsSpan(i * _dimensions, _dimensions);
            DrawDirection(vector);
            int centre = _random.Next(_centres.Length / _dimensions) * _dimensions;
            TensorPrimitives.MultiplyAdd(vector, Spread, _centres.AsSpan(centre, _dimensions), vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        }

        return vectors;
    }

    private void DrawDirection(Span<float> vector)
    {
        foreach (ref float number in vector)
        {
            // The sum of uniform numbers is close enough to normal for a direction without preference.
            number = (float)(_random.NextDouble() + _random.NextDouble() + _random.NextDouble() - 1.5);
        }

        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
    }
}
