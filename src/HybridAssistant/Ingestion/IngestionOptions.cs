using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Ingestion;

/// <summary>Settings of ingestion.</summary>
public sealed record IngestionOptions
{
    /// <summary>Folder that keeps a copy of each PDF, so that citations stay openable (setting Documents:Path).</summary>
    [Required]
    public required string DocumentsPath { get; init; }

    /// <summary>
    /// Path of the writers' lock: beside an index file, or in the folder of the documents where an index on a server is shared
    /// by several data folders. Either way it guards the stored documents; a shared index takes care of itself.
    /// </summary>
    [Required]
    public required string LockPath { get; init; }

    /// <summary>Largest file read, in bytes. Default 100 MiB: spec sheets have a few.</summary>
    [Range(1, int.MaxValue)]
    public int MaxFileBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>How long a document waits for its turn to be written while another process writes. Default 30 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sheets read at a time; 0 (default): one where an embedder shares the processors, else one a processor, at most 4.</summary>
    [Range(0, 64)]
    public int Readers { get; init; }

    /// <summary>How this writer is named to another one that waits: "hybrid ingest", "hybrid serve".</summary>
    public string WriterName { get; init; } = "hybrid";

    /// <summary>How often watched folders are looked through, for file systems that report no changes. Default 1 second.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a watched folder must be still before it is ingested: a file may be half copied. Default 0.2 seconds.</summary>
    public TimeSpan WatchQuietTime { get; init; } = TimeSpan.FromSeconds(0.2);
}
