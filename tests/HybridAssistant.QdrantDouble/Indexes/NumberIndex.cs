using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Indexes;

/// <summary>Each point's number in a field, so that a range is tested without its payload.</summary>
internal sealed class NumberIndex(FieldPath path) : IFieldIndex
{
    private double[] _numbers = new double[64];
    private int[] _counts = new int[64];

    public FieldPath Path => path;

    public void Add(int slot, Payload payload)
    {
        if (slot >= _numbers.Length)
        {
            Array.Resize(ref _numbers, Math.Max(slot + 1, _numbers.Length * 2));
            Array.Resize(ref _counts, _numbers.Length);
        }

        _counts[slot] = 0;
        foreach (var number in Numbers(payload))
        {
            _numbers[slot] = number;
            _counts[slot]++;
        }
    }

    public void Remove(int slot, Payload payload) => _counts[slot] = 0;

    /// <summary>Whether a point's number meets a test; points with several numbers are left to <paramref name="several"/>.</summary>
    public Func<int, bool> Holds(Func<double, bool> test, Func<int, bool> several) => slot => _counts[slot] switch
    {
        0 => false,
        1 => test(_numbers[slot]),
        _ => several(slot),
    };

    private IEnumerable<double> Numbers(Payload payload)
    {
        foreach (var value in path.Values(payload))
        {
            if (value.KindCase == Value.KindOneofCase.IntegerValue)
            {
                yield return value.IntegerValue;
            }
            else if (value.KindCase == Value.KindOneofCase.DoubleValue)
            {
                yield return value.DoubleValue;
            }
        }
    }
}
