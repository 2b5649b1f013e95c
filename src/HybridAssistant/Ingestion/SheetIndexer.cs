using System.Diagnostics;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>Writes index and document store together, one document a turn.</summary>
internal sealed class SheetIndexer(IKnowledgeIndex index, DocumentStore store, IngestionOptions options, TimeProvider time)
{
    /// <summary>Replaces a document by its new content.</summary>
    public async Task<IngestionResult> ReplaceAsync(IndexedSheet sheet, SourcePdf source, CancellationToken cancellationToken)
    {
        string document = sheet.Sheet.Document;
        using WriterLock turn = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        SheetChange change;
        try
        {
            string? staged = await store.StageAsync(source, cancellationToken).ConfigureAwait(false);
            change = await index.ReplaceAsync(sheet, cancellationToken).ConfigureAwait(false);
            store.Publish(document, staged, source.FrontMatter);
        }
        catch
        {
            await TidyAsync().ConfigureAwait(false);
            throw;
        }

        return new IngestionResult(document, sheet.Origin, change.IsNew ? IngestionOutcome.Added : IngestionOutcome.Replaced)
        {
            Change = change,
            PageCount = sheet.Sheet.PageCount,
            FactCount = sheet.Sheet.Facts.Length,
            PassageCount = sheet.Sheet.Passages.Length,
            Findings = sheet.Sheet.Findings,
        };
    }

    /// <summary>Removes a document and its copy.</summary>
    /// <returns>False where there was none of that name.</returns>
    public async Task<bool> RemoveAsync(string document, CancellationToken cancellationToken)
    {
        using WriterLock turn = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        IndexedDocument? indexed = (await index.ListAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(known => known.Document == document);
        if (indexed is null || !await index.RemoveAsync(document, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        store.Delete(indexed);
        return true;
    }

    /// <summary>Deletes stored PDFs that belong to no document.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> PruneAsync(CancellationToken cancellationToken)
    {
        using WriterLock turn = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        return await store.PruneAsync(index, cancellationToken).ConfigureAwait(false);
    }

    // A write that broke off is finished or dropped at once, as after a kill, whichever of both the index has.
    private async Task TidyAsync()
    {
        try
        {
            await store.RecoverAsync(index, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is KnowledgeIndexException or IOException or UnauthorizedAccessException)
        {
            // What broke the write breaks this too; the next turn begins with it.
            Debug.WriteLine(exception.Message);
        }
    }

    private async Task<WriterLock> TakeTurnAsync(CancellationToken cancellationToken)
    {
        WriterLock turn = await WriterLock.AcquireAsync(options, time, cancellationToken).ConfigureAwait(false);
        try
        {
            await store.RecoverAsync(index, cancellationToken).ConfigureAwait(false);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}
