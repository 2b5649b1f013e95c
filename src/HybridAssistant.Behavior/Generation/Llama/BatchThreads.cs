using System.Numerics;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// How many threads decode a batch. Several wait for each other some 450 times a decode, spinning: where another process takes one
/// of their processors they are slower than one alone, by up to fifty times. So it is measured what fewer would take, and
/// while many take longer, fewer are used.
/// </summary>
/// <param name="many">Threads on a quiet machine.</param>
/// <param name="fewer">Threads otherwise.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told when fewer are used.</param>
internal sealed class BatchThreads(int many, int fewer, TimeProvider time, ILogger logger)
{
    // How much slower many threads may be than fewer: one batch's hiccup is no reason.
    private const double Tolerance = 1.5;

    // A batch with fewer threads takes up to twice as long, so it is measured again seldom, or when many have become slow.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Doubted = TimeSpan.FromSeconds(30);

    // A try beside a busy process costs up to a second; a pause for nothing costs a third of its length.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    // Batches of 128 tokens are the longest; what a token takes depends on how many come together.
    private readonly (double Seconds, long At)?[] _withFewer = new (double, long)?[16];
    private readonly double?[] _bestWithMany = new double?[16];
    private TimeSpan _pause = FirstPause;
    private long? _reducedAt;

    /// <summary>Threads for the next batch of so many tokens.</summary>
    public int For(int tokens)
    {
        if (many <= fewer || (_reducedAt is { } since && time.GetElapsedTime(since) < _pause))
        {
            return Math.Min(many, fewer);
        }

        return IsKnown(BitOperations.Log2((uint)tokens), Remembered) ? many : fewer;
    }

    /// <summary>Learns what a batch took.</summary>
    public void Observe(int tokens, int threads, TimeSpan elapsed)
    {
        int size = BitOperations.Log2((uint)tokens);
        ref (double Seconds, long At)? alone = ref _withFewer[size];
        double seconds = elapsed.TotalSeconds / tokens;
        if (threads == fewer)
        {
            alone = (seconds, time.GetTimestamp());
        }
        else if (alone is { } known && seconds > Tolerance * known.Seconds)
        {
            // The longer it goes on, the rarer the tries.
            if (_reducedAt is null)
            {
                _pause = FirstPause;
                Log.ThreadsReduced(logger, seconds / known.Seconds, threads, fewer);
            }
            else
            {
                _pause = 2 * _pause < LongestPause ? 2 * _pause : LongestPause;
            }

            _reducedAt = time.GetTimestamp();
        }
        else
        {
            _reducedAt = null;
            if (seconds > Tolerance * _bestWithMany[size] && !IsKnown(size, Doubted))
            {
                alone = null;
            }

            _bestWithMany[size] = Math.Min(seconds, _bestWithMany[size] ?? seconds);
        }
    }

    private bool IsKnown(int size, TimeSpan since) => _withFewer[size] is { } known && time.GetElapsedTime(known.At) < since;
}
