namespace HybridAssistant.RandomModels;

/// <summary>A quick seeded generator: a hundred megabytes of weights in a fraction of a second, the same everywhere.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014; https://prng.di.unimi.it/splitmix64.c, public domain).</remarks>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A generator of its own, so that what one tensor draws changes nothing for the next.</summary>
    public SplitMix Fork() => new(Next());

    /// <summary>A number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    /// <summary>A number evenly spread with a standard deviation about zero.</summary>
    public float Spread(float deviation) => (float)(((Next() >> 40) / (double)(1 << 24) - 0.5) * Math.Sqrt(12) * deviation);
}
