using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using HybridAssistant.Knowledge.Indexing.Vectors;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// Exact top 10 of 100,000 x 384 against the time that it takes to read the same 38 MB of 8-bit codes once, and
/// against the scan in single precision. Vectors lie in clusters, as lines of sheets do.
/// </summary>
[Config(typeof(ShortRuns))]
public class VectorScanBenchmark
{
    private const int Count = 100_000;
    private const int Dimensions = 384;
    private const int Limit = 10;
    private const int Queries = 64;

    private byte[] _codes = [];
    private float[] _queries = [];
    private ulong[] _oneInTwenty = [];
    private SinglePrecisionScan _everyVector = null!;
    private SegmentedVectorScan _scan = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        var vectors = new ClusteredVectors(seed: 1, Dimensions, clusters: 2000);
        float[] rows = vectors.Draw(Count);
        _queries = vectors.Draw(Queries);

        // Written, because pages that never were are one page of zeros that stays in the cache.
        _codes = GC.AllocateArray<byte>(Count * Dimensions, pinned: true);
        new Random(2).NextBytes(_codes);
        _everyVector = new SinglePrecisionScan(rows, Dimensions);
        _scan = new SegmentedVectorScan(
            Dimensions,
            [.. Enumerable.Range(0, 100).Select(i => VectorSegment.Create(
                rows.AsSpan(i * (rows.Length / 100), rows.Length / 100), Dimensions))]);
        _oneInTwenty = new ulong[(Count + 63) / 64];
        for (int row = 0; row < Count; row += 20)
        {
            _oneInTwenty[row >> 6] |= 1UL << (row & 63);
        }

        double recall = MeasureRecall();
        Console.WriteLine(FormattableString.Invariant($"// recall@{Limit} over {Queries} queries: {recall:F4}"));
    }

    [Benchmark(Baseline = true, Description = "read the codes once (memory limit)")]
    public long ReadCodes()
    {
        ReadOnlySpan<Vector512<long>> words = MemoryMarshal.Cast<byte, Vector512<long>>(_codes);
        Vector512<long> a = default, b = default, c = default, d = default;
        for (int i = 0; i + 4 <= words.Length; i += 4)
        {
            a ^= words[i];
            b ^= words[i + 1];
            c ^= words[i + 2];
            d ^= words[i + 3];
        }

        return Vector512.Sum(a ^ b ^ c ^ d);
    }

    [Benchmark(Description = "exact top 10")]
    public object ExactTop10() => _scan.Search(NextQuery(), [], Limit);

    [Benchmark(Description = "exact top 10 of one row in twenty")]
    public object FilteredTop10() => _scan.Search(NextQuery(), _oneInTwenty, Limit);

    [Benchmark(Description = "single precision throughout")]
    public object SinglePrecisionTop10() => _everyVector.Search(NextQuery(), Limit);

    private ReadOnlySpan<float> NextQuery() => QueryAt(_next++ % Queries);

    private ReadOnlySpan<float> QueryAt(int query) => _queries.AsSpan(query * Dimensions, Dimensions);

    private double MeasureRecall()
    {
        int found = 0;
        for (int query = 0; query < Queries; query++)
        {
            var expected = _everyVector.Search(QueryAt(query), Limit).Select(hit => hit.Row).ToHashSet();
            found += _scan.Search(QueryAt(query), [], Limit).Count(hit => expected.Contains(hit.Row));
        }

        return found / (double)(Queries * Limit);
    }
}
