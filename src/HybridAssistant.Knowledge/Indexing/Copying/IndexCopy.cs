using System.Globalization;

namespace HybridAssistant.Knowledge.Indexing.Copying;

/// <summary>
/// Copies an index into another one, of whatever kind, with its vectors: nothing is read or embedded again. Document by
/// document, so that a copy that was cut off goes on where it was; both indexes may be in use meanwhile.
/// </summary>
/// <param name="source">The index to copy.</param>
/// <param name="target">The index to copy into.</param>
public sealed class IndexCopy(IKnowledgeIndex source, IKnowledgeIndex target)
{
    /// <summary>Copies until the target holds what the source holds.</summary>
    /// <param name="removeOthers">Whether documents of the target that the source does not have are removed; else they are refused.</param>
    /// <param name="progress">Told of each document.</param>
    /// <param name="cancellationToken">Ends the copy between two documents; those done stay.</param>
    /// <exception cref="KnowledgeIndexException">The indexes do not fit each other, or one of them cannot be used.</exception>
    public async Task<IndexCopyReport> RunAsync(
        bool removeOthers = false, IProgress<IndexCopyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await RequireSameEmbedderAsync(cancellationToken).ConfigureAwait(false);
        await RequireNoOthersAsync(removeOthers, cancellationToken).ConfigureAwait(false);
        var written = new Dictionary<string, long>(StringComparer.Ordinal);
        int removed = 0;
        while (true)
        {
            // A source that is written meanwhile is gone through again, until nothing is missing.
            IReadOnlyList<IndexedDocument> wanted = await source.ListAsync(cancellationToken).ConfigureAwait(false);
            IReadOnlyList<IndexedDocument> there = await target.ListAsync(cancellationToken).ConfigureAwait(false);
            IndexedDocument[] missing = [.. Missing(wanted, there)];
            string[] others = [.. there.Select(document => document.Document).Except(wanted.Select(document => document.Document), StringComparer.Ordinal)
                .Where(document => removeOthers || written.ContainsKey(document))];
            if (missing.Length == 0 && others.Length == 0)
            {
                return new IndexCopyReport(
                    written.Count, wanted.Count(document => !written.ContainsKey(document.Document)), removed,
                    (await target.GetInfoAsync(cancellationToken).ConfigureAwait(false)).ContentVersion);
            }

            foreach (string document in others)
            {
                removed += await target.RemoveAsync(document, cancellationToken).ConfigureAwait(false) ? 1 : 0;
                written.Remove(document);
            }

            await CopyAsync(missing, wanted.Count, written, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CopyAsync(
        IndexedDocument[] missing, int total, Dictionary<string, long> written, IProgress<IndexCopyProgress>? progress, CancellationToken cancellationToken)
    {
        int done = total - missing.Length;
        foreach (IndexedDocument document in missing)
        {
            if (written.TryGetValue(document.Document, out long digest) && digest == document.Digest)
            {
                throw new KnowledgeIndexException(
                    $"'{document.Document}' does not read back from the index of the copy as it was written. Run 'hybrid index verify' on both indexes.");
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (await source.ExportAsync(document.Document, cancellationToken).ConfigureAwait(false) is { } sheet)
            {
                await target.ReplaceAsync(sheet, cancellationToken).ConfigureAwait(false);
                written[document.Document] = document.Digest;
            }

            progress?.Report(new IndexCopyProgress(document.Document, ++done, total));
        }
    }

    private static IEnumerable<IndexedDocument> Missing(IReadOnlyList<IndexedDocument> wanted, IReadOnlyList<IndexedDocument> there)
    {
        var known = there.ToDictionary(document => document.Document, StringComparer.Ordinal);
        return wanted.Where(document => !known.TryGetValue(document.Document, out IndexedDocument? held)
            || held.Digest != document.Digest || held.Origin != document.Origin);
    }

    private async Task RequireSameEmbedderAsync(CancellationToken cancellationToken)
    {
        IndexInfo from = await source.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        IndexInfo to = await target.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        if (from.Documents == 0)
        {
            throw new KnowledgeIndexException($"The index '{from.Location}' holds no documents; there is nothing to copy.");
        }

        if (to.Documents > 0 && to.EmbedderFingerprint != from.EmbedderFingerprint)
        {
            throw new KnowledgeIndexException(
                $"The vectors of '{from.Location}' are of the embedding model '{from.EmbedderFingerprint ?? "none"}', those of '{to.Location}' of "
                + $"'{to.EmbedderFingerprint ?? "none"}': one index cannot hold both. Copy into an empty index, or run 'hybrid index rebuild' on one of them.");
        }
    }

    private async Task RequireNoOthersAsync(bool removeOthers, CancellationToken cancellationToken)
    {
        if (removeOthers)
        {
            return;
        }

        var wanted = (await source.ListAsync(cancellationToken).ConfigureAwait(false)).Select(document => document.Document).ToHashSet(StringComparer.Ordinal);
        string[] others = [.. (await target.ListAsync(cancellationToken).ConfigureAwait(false))
            .Select(document => document.Document).Where(document => !wanted.Contains(document))];
        if (others.Length > 0)
        {
            string location = (await target.GetInfoAsync(cancellationToken).ConfigureAwait(false)).Location;
            throw new KnowledgeIndexException(string.Create(
                CultureInfo.InvariantCulture,
                $"The index '{location}' holds {others.Length} documents that the other one does not have ('{others[0]}' first). Say '--replace' to have them removed, or copy into an empty index."));
        }
    }
}
