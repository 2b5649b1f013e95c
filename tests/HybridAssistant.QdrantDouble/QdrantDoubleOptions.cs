using System.Security.Cryptography.X509Certificates;

namespace HybridAssistant.QdrantDouble;

/// <summary>What a <see cref="QdrantDoubleServer"/> pretends to be.</summary>
public sealed record QdrantDoubleOptions
{
    /// <summary>The server version it answers with and behaves as: 1.15.0 to 1.19.x.</summary>
    public Version Version { get; init; } = new(1, 19, 0);

    /// <summary>The key that may read and write; null: no key is asked for.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The key that may only read.</summary>
    public string? ReadOnlyApiKey { get; init; }

    /// <summary>A certificate with its private key turns TLS on; null: HTTP/2 in plain text, as a server's default is.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Seeds the order in which points of equal score come, which no client may rely on.</summary>
    public int Seed { get; init; } = 20240;

    /// <summary>False: calls are not kept, for benchmarks that send more than memory should hold.</summary>
    public bool RecordCalls { get; init; } = true;

    /// <summary>
    /// True: a write that was sent without <c>wait</c> is applied only before the next one that waits, or by
    /// <see cref="QdrantDoubleServer.ApplyHeldWrites"/>. False: at once, which a real server does not promise.
    /// </summary>
    public bool HoldUnwaitedWrites { get; init; }

    /// <summary>
    /// Called after each chunk of a write, with the collection and the points written so far, while readers can get in: a server
    /// applies an upsert in chunks of 32 points and a delete in chunks of 512. An exception leaves the rest unwritten; a write to
    /// the same collection from here would wait for itself.
    /// </summary>
    public Action<string, int>? AfterChunk { get; init; }

    /// <summary>The clock of delays, of the answers' <c>time</c> and of snapshot names.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
