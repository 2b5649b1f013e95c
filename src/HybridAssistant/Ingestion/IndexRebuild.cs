using System.Collections.Immutable;
using HybridAssistant.Documents;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Rebuilding;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Ingestion;

/// <summary>
/// Makes the index anew from the stored documents: after a change of format, embedding model or reader, or when the index
/// is damaged. The new index is made aside and takes the old one's place in one step; readers go on meanwhile.
/// </summary>
/// <param name="reader">Reads a PDF.</param>
/// <param name="embedder">Embeds lines; null: retrieval will be lexical only.</param>
/// <param name="replacer">Makes the new index and puts it in the place of the old one.</param>
/// <param name="options">Settings; no other writer gets a turn until the rebuild is done.</param>
/// <param name="time">The clock.</param>
public sealed class IndexRebuild(
    ISpecSheetReader reader,
    IEmbeddingGenerator<string, Embedding<float>>? embedder,
    IIndexReplacer replacer,
    IngestionOptions options,
    TimeProvider time)
{
    /// <summary>Rebuilds the index.</summary>
    /// <exception cref="KnowledgeIndexException">Another writer held the index for too long; the old one stays.</exception>
    public async Task<IngestionReport> RunAsync(
        IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using WriterLock turn = await WriterLock.AcquireAsync(options, time, cancellationToken).ConfigureAwait(false);
        ImmutableArray<SourceFile> sources = await FindSourcesAsync(cancellationToken).ConfigureAwait(false);
        await using IIndexDraft draft = await replacer.BeginAsync(cancellationToken).ConfigureAwait(false);
        IngestionReport report = await FillAsync(draft.Index, sources, progress, cancellationToken).ConfigureAwait(false);
        await draft.PublishAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }

    private async Task<IngestionReport> FillAsync(
        IKnowledgeIndex draft, ImmutableArray<SourceFile> sources, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        // The turn is held above, for all of the rebuild; the pipeline's own turns need a lock of their own.
        IngestionOptions aside = options with { LockPath = Path.ChangeExtension(options.LockPath, ".rebuild.lock") };
        try
        {
            var pipeline = new IngestionPipeline(draft, reader, embedder, aside, time);
            return await pipeline.IngestAsync(new IngestionPlan(sources, [], []), [], progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            WriterLock.Remove(aside);
        }
    }

    // Where the old index can still be read it says which documents there are and where from; else all stored PDFs are taken.
    private async Task<ImmutableArray<SourceFile>> FindSourcesAsync(CancellationToken cancellationToken)
    {
        var store = new DocumentStore(options.DocumentsPath);
        if (await replacer.ReadOriginsAsync(cancellationToken).ConfigureAwait(false) is not { } origins)
        {
            return [.. store.StoredDocuments().Select(document => new SourceFile(store.PathOf(document)))];
        }

        return [.. origins
            .Select(origin => new SourceFile(File.Exists(store.PathOf(origin.Key)) ? store.PathOf(origin.Key) : origin.Value, origin.Value))
            .OrderBy(file => file.Document, StringComparer.Ordinal)];
    }
}
