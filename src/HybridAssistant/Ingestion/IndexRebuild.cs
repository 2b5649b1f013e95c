using System.Collections.Immutable;
using HybridAssistant.Documents;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Ingestion;

/// <summary>
/// Makes the index anew from the stored documents: after a change of format, embedding model or reader, or when the file
/// is damaged. The new index is made aside and takes the old one's place in one step; readers go on meanwhile.
/// </summary>
/// <param name="reader">Reads a PDF.</param>
/// <param name="embedder">Embeds lines; null: retrieval will be lexical only.</param>
/// <param name="options">Settings; no other writer gets a turn until the rebuild is done.</param>
/// <param name="time">The clock.</param>
public sealed class IndexRebuild(
    ISpecSheetReader reader,
    IEmbeddingGenerator<string, Embedding<float>>? embedder,
    IngestionOptions options,
    TimeProvider time)
{
    /// <summary>Rebuilds the index.</summary>
    /// <exception cref="KnowledgeIndexException">Another writer held the index for too long; the old one stays.</exception>
    public async Task<IngestionReport> RunAsync(
        IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using WriterLock turn = await WriterLock.AcquireAsync(options, time, cancellationToken).ConfigureAwait(false);
        string aside = options.IndexPath + ".rebuild";
        Discard(aside);
        try
        {
            IngestionReport report = await BuildAsync(aside, progress, cancellationToken).ConfigureAwait(false);
            IndexReplacement.Publish(aside, options.IndexPath, options.LockTimeout);
            return report;
        }
        finally
        {
            Discard(aside);
        }
    }

    private async Task<IngestionReport> BuildAsync(string path, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        await using var index = SqliteKnowledgeIndex.Open(
            new SqliteIndexOptions { Path = path, EmbedderFingerprint = embedder?.GetFingerprint() }, time);
        var pipeline = new IngestionPipeline(index, reader, embedder, options with { IndexPath = path }, time);
        return await pipeline.IngestAsync(new IngestionPlan(Sources(), [], []), [], progress, cancellationToken).ConfigureAwait(false);
    }

    // Where the old index can still be read it says which documents there are and where from; else all stored PDFs are taken.
    private ImmutableArray<SourceFile> Sources()
    {
        var store = new DocumentStore(options.DocumentsPath);
        if (IndexReplacement.ReadOrigins(options.IndexPath) is not { } origins)
        {
            return [.. store.StoredDocuments().Select(document => new SourceFile(store.PathOf(document)))];
        }

        return [.. origins
            .Select(origin => new SourceFile(File.Exists(store.PathOf(origin.Key)) ? store.PathOf(origin.Key) : origin.Value, origin.Value))
            .OrderBy(file => file.Document, StringComparer.Ordinal)];
    }

    private static void Discard(string path)
    {
        foreach (string suffix in (string[])["", "-wal", "-shm", ".lock", ".holder"])
        {
            File.Delete(path + suffix);
        }
    }
}
