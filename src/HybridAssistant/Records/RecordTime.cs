namespace HybridAssistant.Records;

/// <summary>Times as record files keep them: milliseconds since 1970, UTC, so that they sort as numbers.</summary>
internal static class RecordTime
{
    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
