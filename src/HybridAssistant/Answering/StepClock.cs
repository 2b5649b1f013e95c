namespace HybridAssistant.Answering;

/// <summary>Times the steps of one question, in milliseconds.</summary>
internal sealed class StepClock
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private long _lap;

    public StepClock(TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _lap = _start;
    }

    /// <summary>Time since the last lap.</summary>
    public double Lap()
    {
        long now = _time.GetTimestamp();
        double milliseconds = _time.GetElapsedTime(_lap, now).TotalMilliseconds;
        _lap = now;
        return Math.Round(milliseconds, 3);
    }

    /// <summary>Time since the start.</summary>
    public double Total() => Math.Round(_time.GetElapsedTime(_start).TotalMilliseconds, 3);
}
