using HybridAssistant.Knowledge.Indexing.Qdrant;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Servers;

/// <summary>
/// A real server to test against: the one at QDRANT_URL (key in QDRANT_API_KEY), or with QDRANT_TESTCONTAINERS=1 one that
/// <see cref="QdrantContainer"/> starts. Without either, the tests that need one are skipped.
/// </summary>
internal static class RealQdrant
{
    /// <summary>Why a test is skipped.</summary>
    public const string SkipReason = "Set QDRANT_URL to the gRPC address of a Qdrant server, or QDRANT_TESTCONTAINERS=1 where Docker is.";

    /// <summary>Whether there is one.</summary>
    public static bool IsThere => Url is not null;

    private static string? Url => Environment.GetEnvironmentVariable("QDRANT_URL") is { Length: > 0 } url ? url : null;

    /// <summary>How to reach it.</summary>
    public static QdrantOptions Options => new()
    {
        Address = Url ?? throw new InvalidOperationException(SkipReason),
        ApiKey = Environment.GetEnvironmentVariable("QDRANT_API_KEY"),
    };
}
