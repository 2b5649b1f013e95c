using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Where the index is and which model makes its vectors.</summary>
public sealed record SqliteIndexOptions
{
    /// <summary>Path of the index file; its folder is made where it is missing.</summary>
    [Required]
    public required string Path { get; init; }

    /// <summary>Fingerprint of the embedding model; null: the index is used without vectors.</summary>
    public string? EmbedderFingerprint { get; init; }

    /// <summary>How long a write waits for another process to finish its own. Default 10 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Lines of a text index up to which all are ranked; in larger ones only the most promising.</summary>
    internal int RankAllUpTo { get; init; } = TextSearch.DefaultRankAllUpTo;
}
