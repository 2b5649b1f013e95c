using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Changes;
using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using HybridAssistant.Knowledge.Indexing.Revisions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>Writes the generation in which one document is replaced or removed.</summary>
internal sealed class SheetReplacement(QdrantTurn turn, string location, DateTimeOffset now)
{
    private static readonly string[] Content = [PointKind.Fact, PointKind.Doubtful, PointKind.Passage, PointKind.Code, PointKind.Document];

    /// <summary>Replaces a document by its new content.</summary>
    /// <exception cref="EmbedderMismatchException">The other documents' vectors were made by another model.</exception>
    public async Task<SheetChange> ReplaceAsync(IndexedSheet indexed, CancellationToken cancellationToken)
    {
        IndexState state = turn.View.State;
        if (state.Documents > 0 && state.Embedder != indexed.EmbedderFingerprint)
        {
            throw new EmbedderMismatchException(location, state.Embedder, indexed.EmbedderFingerprint);
        }

        if (VectorLength.Of(indexed) is { } length && length != state.Dimensions)
        {
            throw new KnowledgeIndexException(
                $"The vectors of the index '{location}' have {state.Dimensions} dimensions, those of '{indexed.Sheet.Document}' {length}. Run 'hybrid index rebuild' to make it anew.");
        }

        SpecSheet sheet = indexed.Sheet;
        SpecSheet? before = await new QdrantSheets(turn.Reader, turn.View).FindAsync(sheet.Document, cancellationToken).ConfigureAwait(false);
        var change = new SheetChange(sheet.Document, before is null, SheetComparer.Compare(before?.Facts ?? [], sheet.Facts)) { ChangedAt = now };
        SheetChange? remembered = indexed.LastChange
            // A file that only moved leaves the last change of its content to be looked at.
            ?? (before is not null && before.ContentHash != sheet.ContentHash ? change : null);
        if (before is not null)
        {
            await SupersedeAsync(sheet.Document, remembered is null ? Content : [.. Content, PointKind.Change], cancellationToken).ConfigureAwait(false);
        }

        string title = RevisionOrder.TitleKey(sheet.Title);
        string? supersededBy = null;
        foreach (string key in new[] { title, turn.View.Find(sheet.Document)?.TitleKey ?? title }.Distinct(StringComparer.Ordinal))
        {
            RevisedSheet[] self = key == title ? [new RevisedSheet(sheet.Document, sheet.Revision, sheet.RevisionDate, sheet.Products)] : [];
            supersededBy ??= (await MarkAsync(key, sheet.Document, self, cancellationToken).ConfigureAwait(false)).GetValueOrDefault(sheet.Document);
        }

        IEnumerable<PointStruct> points = new SheetPoints(indexed, turn.Generation, state.Lengths)
            .Make(supersededBy, indexed.IndexedAt ?? now);
        await turn.Points.UpsertAsync(remembered is null ? points : points.Append(ChangeOf(remembered)), cancellationToken).ConfigureAwait(false);
        await turn.CommitAsync(
            [.. Digests(sheet.Document), SheetDigest.Of(sheet)], indexed.EmbedderFingerprint, cancellationToken).ConfigureAwait(false);
        return change;
    }

    /// <summary>Removes a document.</summary>
    /// <returns>False where there is none of that name.</returns>
    public async Task<bool> RemoveAsync(string document, CancellationToken cancellationToken)
    {
        if (turn.View.Find(document) is not { } held)
        {
            return false;
        }

        await SupersedeAsync(document, [.. Content, PointKind.Change], cancellationToken).ConfigureAwait(false);
        await MarkAsync(held.TitleKey, document, [], cancellationToken).ConfigureAwait(false);
        await turn.CommitAsync([.. Digests(document)], turn.View.State.Embedder, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task SupersedeAsync(string document, IReadOnlyList<string> kinds, CancellationToken cancellationToken) =>
        turn.Points.SupersedeAsync(turn.CurrentOf(document, kinds), turn.Generation, now, cancellationToken);

    private IEnumerable<long> Digests(string without) =>
        turn.View.Documents.Where(document => document.Document != without).Select(document => document.Digest);

    private PointStruct ChangeOf(SheetChange change)
    {
        PointStruct point = new PointMaker(change.Document, turn.Generation).Make(PointKind.Change, 0);
        ChangePoint.Write(point.Payload, change);
        return point;
    }

    // Marks the other documents of a title as what they are after the change, and says who supersedes whom.
    private async Task<IReadOnlyDictionary<string, string>> MarkAsync(
        string titleKey, string changed, RevisedSheet[] self, CancellationToken cancellationToken)
    {
        IndexedDocument[] others = [.. turn.View.Held
            .Where(held => held.TitleKey == titleKey && held.Document.Document != changed).Select(held => held.Document)];
        IReadOnlyDictionary<string, string> superseded = RevisionChain.Resolve(
            [.. others.Select(other => new RevisedSheet(other.Document, other.Revision, other.RevisionDate, other.Products)), .. self]);
        foreach (IndexedDocument other in others.Where(other => other.SupersededBy != superseded.GetValueOrDefault(other.Document)))
        {
            await RemarkAsync(other.Document, superseded.GetValueOrDefault(other.Document), cancellationToken).ConfigureAwait(false);
        }

        return superseded;
    }

    // Another document's own point is replaced by one with the new mark; its content stays.
    private async Task RemarkAsync(string document, string? supersededBy, CancellationToken cancellationToken)
    {
        Filter current = turn.CurrentOf(document, PointKind.Document);
        List<RetrievedPoint> held = await turn.Reader.ScrollAsync(current, true, vectors: null, cancellationToken).ConfigureAwait(false);
        PointStruct point = new PointMaker(document, turn.Generation).Make(PointKind.Document, 0);
        foreach ((string field, Value value) in held.Single().Payload)
        {
            point.Payload.TryAdd(field, value);
        }

        point.Payload.Remove(Field.SupersededAt);
        DocumentPoint.Mark(point.Payload, supersededBy);
        await turn.Points.SupersedeAsync(current, turn.Generation, now, cancellationToken).ConfigureAwait(false);
        await turn.Points.UpsertAsync([point], cancellationToken).ConfigureAwait(false);
    }
}
