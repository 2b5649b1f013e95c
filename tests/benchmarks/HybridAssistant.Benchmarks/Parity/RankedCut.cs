using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Benchmarks.Parity;

/// <summary>The first entries of a ranking, of one kind, and those that tie with the last of them.</summary>
internal sealed class RankedCut
{
    private const int Size = 10;

    // Fused scores are sums of 1 / (60 + rank) with a bonus for named sheets; a server sums in single precision.
    private const double Tie = 1e-6;

    private readonly HashSet<string> _first;
    private readonly HashSet<string> _tied;

    private RankedCut(HashSet<string> first, HashSet<string> tied) => (_first, _tied) = (first, tied);

    /// <summary>Cuts a ranking.</summary>
    public static RankedCut Of(IEnumerable<ScoredEntry> ranked)
    {
        ScoredEntry[] all = [.. ranked];
        double cut = all.Length < Size ? double.NegativeInfinity : all[Size - 1].Score;
        return new RankedCut(
            all.Take(Size).Select(entry => entry.Entry.Id).ToHashSet(StringComparer.Ordinal),
            all.Where(entry => Math.Abs(entry.Score - cut) <= Tie).Select(entry => entry.Entry.Id).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether two rankings begin with the same entries; which of those that tie at the cut are before it may differ.</summary>
    public static bool AreAlike(RankedCut one, RankedCut other) =>
        one._first.Count == other._first.Count
        && one._first.Except(other._first).All(one._tied.Contains)
        && other._first.Except(one._first).All(other._tied.Contains);
}
