using System.Numerics.Tensors;
using FsCheck.Xunit;
using HybridAssistant.Knowledge.Indexing.Vectors;

namespace HybridAssistant.Knowledge.Tests.Indexing.Vectors;

public sealed class SegmentedVectorScanTests
{
    [Property(MaxTest = 300)]
    public void Finds_what_a_comparison_with_every_vector_finds(
        int seed, FsCheck.PositiveInt size, byte dimensionsBelow, byte limit, bool filtered)
    {
        var random = new Random(seed);
        int dimensions = 1 + (dimensionsBelow % 130);
        float[] vectors = RandomVectors(random, Math.Min(size.Get * 7, 700), dimensions);
        SegmentedVectorScan scan = Split(random, vectors, dimensions);
        float[] query = RandomVectors(random, 1, dimensions);
        ulong[] allowed = filtered ? RandomBits(random, scan.Count) : [];

        IReadOnlyList<VectorHit> found = scan.Search(query, allowed, limit);

        Assert.Equal(CompareWithAll(vectors, dimensions, query, allowed, limit), found);
    }

    [Fact]
    public void Orders_equal_vectors_by_row()
    {
        float[] same = [0.6f, 0.8f, 0.6f, 0.8f, 0.6f, 0.8f];
        var scan = new SegmentedVectorScan(2, [VectorSegment.Create(same, 2)]);

        IReadOnlyList<VectorHit> found = scan.Search([0.6f, 0.8f], [], 2);

        Assert.Equal([0, 1], found.Select(hit => hit.Row));
    }

    [Fact]
    public void Shares_segments_with_the_scan_it_was_made_from()
    {
        var old = VectorSegment.Create([1f, 0f], 2);
        var before = new SegmentedVectorScan(2, [old, VectorSegment.Create([0f, 1f], 2)]);
        var after = new SegmentedVectorScan(2, before.Segments.SetItem(1, VectorSegment.Create([0f, -1f, 0.6f, 0.8f], 2)));

        IReadOnlyList<VectorHit> foundBefore = before.Search([0f, 1f], [], 1);
        IReadOnlyList<VectorHit> foundAfter = after.Search([0f, 1f], [], 1);

        Assert.Same(old, after.Segments[0]);
        Assert.Equal([new VectorHit(1, 1f)], foundBefore);
        Assert.Equal([new VectorHit(2, 0.8f)], foundAfter);
    }

    [Fact]
    public void Finds_nothing_without_vectors() =>
        Assert.Empty(new SegmentedVectorScan(3, []).Search([1f, 0f, 0f], [], 5));

    [Fact]
    public void Finds_nothing_where_no_row_is_allowed()
    {
        var scan = new SegmentedVectorScan(1, [VectorSegment.Create([1f, 1f], 1)]);

        Assert.Empty(scan.Search([1f], [0UL], 5));
    }

    [Fact]
    public void Refuses_vectors_that_are_not_finite()
    {
        var exception = Assert.Throws<ArgumentException>(() => VectorSegment.Create([1f, 0f, float.NaN, 0f], 2));

        Assert.Equal("Vector 1 holds a number that is not finite.", exception.Message);
    }

    [Fact]
    public void Refuses_a_segment_of_other_dimensions()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => new SegmentedVectorScan(2, [VectorSegment.Create([1f, 0f, 0f], 3)]));

        Assert.StartsWith("Segment 0 has vectors of 3 numbers; the scan has 2.", exception.Message);
    }

    private static List<VectorHit> CompareWithAll(
        float[] vectors, int dimensions, float[] query, ulong[] allowed, int limit) =>
        [.. Enumerable.Range(0, vectors.Length / dimensions)
            .Where(row => allowed.Length == 0 || (allowed[row >> 6] & (1UL << (row & 63))) != 0)
            .Select(row => new VectorHit(row, TensorPrimitives.Dot(query, vectors.AsSpan(row * dimensions, dimensions))))
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Row)
            .Take(limit)];

    private static float[] RandomVectors(Random random, int count, int dimensions)
    {
        float[] vectors = new float[count * dimensions];
        for (int row = 0; row < count; row++)
        {
            Span<float> vector = vectors.AsSpan(row * dimensions, dimensions);
            if (row > 0 && random.Next(4) == 0)
            {
                // Equal and nearly equal lines are common in sheets, and are where an approximate order goes wrong.
                vectors.AsSpan(random.Next(row) * dimensions, dimensions).CopyTo(vector);
                vector[random.Next(dimensions)] += random.Next(2) * 0.001f;
            }
            else
            {
                foreach (ref float number in vector)
                {
                    number = (float)(random.NextDouble() - 0.5);
                }
            }

            TensorPrimitives.Divide(vector, MathF.Max(TensorPrimitives.Norm(vector), 1e-6f), vector);
        }

        return vectors;
    }

    private static SegmentedVectorScan Split(Random random, float[] vectors, int dimensions)
    {
        List<VectorSegment> segments = [];
        for (int row = 0, count = vectors.Length / dimensions; row < count || segments.Count < 2;)
        {
            int size = random.Next(Math.Min(100, count - row + 1));
            segments.Add(VectorSegment.Create(vectors.AsSpan(row * dimensions, size * dimensions), dimensions));
            row += size;
        }

        return new SegmentedVectorScan(dimensions, [.. segments]);
    }

    private static ulong[] RandomBits(Random random, int count)
    {
        int sparsity = 1 + random.Next(200);
        ulong[] bits = new ulong[(count + 63) / 64];
        for (int row = 0; row < count; row++)
        {
            bits[row >> 6] |= random.Next(sparsity) == 0 ? 1UL << (row & 63) : 0;
        }

        return bits;
    }
}
