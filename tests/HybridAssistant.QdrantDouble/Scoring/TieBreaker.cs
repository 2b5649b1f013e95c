namespace HybridAssistant.QdrantDouble.Scoring;

/// <summary>
/// Orders points of equal score differently in every query: a server promises no order among them, so a client that relies on
/// one must fail here.
/// </summary>
internal sealed class TieBreaker(int seed)
{
    private uint _query;

    /// <summary>The order of one query's ties, by slot.</summary>
    public Func<int, uint> Next()
    {
        var salt = unchecked((Interlocked.Increment(ref _query) * 0x9E3779B9u) ^ (uint)seed);
        return slot => Mix((uint)slot ^ salt);
    }

    /// <summary>The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of the slot moves every bit of the order.</summary>
    private static uint Mix(uint value)
    {
        unchecked
        {
            value = (value ^ (value >> 16)) * 0x85EBCA6B;
            value = (value ^ (value >> 13)) * 0xC2B2AE35;
            return value ^ (value >> 16);
        }
    }
}
