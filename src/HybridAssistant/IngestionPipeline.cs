using System.Collections.Immutable;
using HybridAssistant.Documents;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.Extensions.AI;

namespace HybridAssistant;

/// <summary>From files to the index: [1] find, [2] read, [3] embed, [4] index. One bad file never costs the others.</summary>
public sealed class IngestionPipeline
{
    /// <summary>The origin of a document that was uploaded.</summary>
    public const string UploadOrigin = "upload";

    private readonly IKnowledgeIndex _index;
    private readonly TimeProvider _time;
    private readonly SourceFinder _finder;
    private readonly SheetIntake _intake;
    private readonly SheetSource _source;
    private readonly SheetEmbedder _embedder;
    private readonly SheetIndexer _indexer;

    /// <summary>A pipeline over its stages.</summary>
    /// <param name="index">The index to write.</param>
    /// <param name="reader">Reads a PDF.</param>
    /// <param name="embedder">Embeds lines; null: retrieval will be lexical only.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">The clock.</param>
    public IngestionPipeline(
        IKnowledgeIndex index,
        ISpecSheetReader reader,
        IEmbeddingGenerator<string, Embedding<float>>? embedder,
        IngestionOptions options,
        TimeProvider time)
    {
        _index = index;
        _time = time;
        var store = new DocumentStore(options.DocumentsPath);
        _finder = new SourceFinder(store);
        int readers = options.Readers > 0 ? options.Readers
            : embedder is null ? Math.Min(4, Environment.ProcessorCount)
            : Math.Max(1, Environment.ProcessorCount / 2);
        _intake = new SheetIntake(reader, store);
        _source = new SheetSource(_intake, options, readers);
        _embedder = new SheetEmbedder(embedder);
        _indexer = new SheetIndexer(index, store, options, time);
    }

    /// <summary>Takes in all PDFs under the paths, and removes documents that came from under them and are gone.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told of every step, from several threads, one at a time.</param>
    /// <param name="cancellationToken">Ends the run between two documents; those done stay.</param>
    /// <exception cref="IngestionPathException">A path is missing, unreadable or holds no PDF; nothing was done.</exception>
    /// <exception cref="KnowledgeIndexException">The index cannot be written; documents done before stay.</exception>
    public async Task<IngestionReport> IngestAsync(
        IReadOnlyList<string> paths, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // [1] find
        ImmutableArray<SourceFile> found = _finder.Find(paths);
        IReadOnlyList<IndexedDocument> indexed = await ListWritableAsync(cancellationToken).ConfigureAwait(false);
        return await IngestAsync(_finder.Plan(paths, found, indexed), indexed, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes in what a plan names.</summary>
    internal async Task<IngestionReport> IngestAsync(
        IngestionPlan plan, IReadOnlyList<IndexedDocument> indexed, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        long start = _time.GetTimestamp();
        var run = new IngestionRun(plan.Files.Length + plan.SetAside.Length + plan.Gone.Length, progress);
        foreach (IngestionResult result in plan.SetAside)
        {
            run.Finish(result);
        }

        // [2] read, a few sheets ahead of the one that is embedded and indexed
        var known = indexed.ToDictionary(document => document.Document, StringComparer.Ordinal);
        await foreach (SourceContent content in _source.ReadAllAsync(plan.Files, known, run, cancellationToken).ConfigureAwait(false))
        {
            run.Finish(content.Settled ?? await EmbedAndIndexAsync(content, run, cancellationToken).ConfigureAwait(false));
        }

        foreach (IndexedDocument gone in plan.Gone)
        {
            await _indexer.RemoveAsync(gone.Document, cancellationToken).ConfigureAwait(false);
            run.Finish(new IngestionResult(gone.Document, gone.Origin, IngestionOutcome.Removed));
        }

        return run.Complete(_time.GetElapsedTime(start));
    }

    /// <summary>Takes in one PDF from memory; it replaces the document of its name, wherever that came from.</summary>
    /// <exception cref="KnowledgeIndexException">The index cannot be written.</exception>
    public async Task<IngestionResult> UploadAsync(
        string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default)
    {
        if (DocumentName.Fault(document) is { } fault)
        {
            return new IngestionResult(document, UploadOrigin, IngestionOutcome.SetAside) { Reason = fault };
        }

        IReadOnlyList<IndexedDocument> indexed = await ListWritableAsync(cancellationToken).ConfigureAwait(false);
        SourceContent content = await _intake.ReadAsync(
            new SourcePdf(UploadOrigin, document, pdf, FrontMatter: null),
            indexed.FirstOrDefault(known => known.Document == document),
            cancellationToken).ConfigureAwait(false);
        return content.Settled ?? await EmbedAndIndexAsync(content, new IngestionRun(1, null), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a document and its stored PDF.</summary>
    /// <returns>False where there was none of that name.</returns>
    /// <exception cref="KnowledgeIndexException">The index cannot be written.</exception>
    public Task<bool> RemoveAsync(string document, CancellationToken cancellationToken = default) =>
        _indexer.RemoveAsync(document, cancellationToken);

    /// <summary>Deletes stored PDFs that belong to no document, left by a removal that was cut off.</summary>
    /// <returns>Their names.</returns>
    /// <exception cref="KnowledgeIndexException">The index cannot be written.</exception>
    public Task<IReadOnlyList<string>> PruneAsync(CancellationToken cancellationToken = default) =>
        _indexer.PruneAsync(cancellationToken);

    private async Task<IngestionResult> EmbedAndIndexAsync(SourceContent content, IngestionRun run, CancellationToken cancellationToken)
    {
        // [3] embed
        SourcePdf source = content.Source!;
        run.Report(source.Document, IngestionStage.Embedding);
        IndexedSheet sheet = await _embedder.EmbedAsync(content.Sheet!, source.Origin, cancellationToken).ConfigureAwait(false);

        // [4] index
        run.Report(source.Document, IngestionStage.Indexing);
        return await _indexer.ReplaceAsync(sheet, source, cancellationToken).ConfigureAwait(false);
    }

    // An index that this model cannot write is refused before hours of reading, not after.
    private async Task<IReadOnlyList<IndexedDocument>> ListWritableAsync(CancellationToken cancellationToken)
    {
        IndexInfo info = await _index.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        return info.Documents == 0 || info.EmbedderFingerprint == _embedder.Fingerprint
            ? await _index.ListAsync(cancellationToken).ConfigureAwait(false)
            : throw new EmbedderMismatchException(info.Location, info.EmbedderFingerprint, _embedder.Fingerprint);
    }
}
