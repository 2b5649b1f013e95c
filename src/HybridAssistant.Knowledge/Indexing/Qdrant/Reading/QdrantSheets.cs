using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>Loads whole documents of one generation.</summary>
internal sealed class QdrantSheets(QdrantReader reader, QdrantView view)
{
    /// <summary>A document with all that it states; null where there is none of that name.</summary>
    public async Task<SpecSheet?> FindAsync(string document, CancellationToken cancellationToken) =>
        view.Find(document) is null ? null : SheetOf(await PointsOfAsync(document, vectors: null, cancellationToken).ConfigureAwait(false));

    /// <summary>A document with its vectors and last change; null where there is none of that name.</summary>
    public async Task<IndexedSheet?> ExportAsync(string document, CancellationToken cancellationToken)
    {
        if (view.Find(document) is not { } held)
        {
            return null;
        }

        bool hasVectors = view.State.Embedder is not null;
        ILookup<string, RetrievedPoint> points = await PointsOfAsync(document, hasVectors ? [VectorName.Dense] : null, cancellationToken).ConfigureAwait(false);
        return new IndexedSheet
        {
            Sheet = SheetOf(points),
            Origin = held.Document.Origin,
            FactVectors = hasVectors ? [.. FactsOf(points).Select(VectorOf)] : [],
            PassageVectors = hasVectors ? [.. InOrder(points[PointKind.Passage]).Select(VectorOf)] : [],
            EmbedderFingerprint = view.State.Embedder,
            IndexedAt = held.Document.IndexedAt,
            LastChange = points[PointKind.Change].Select(point => ChangePoint.Read(point.Payload)).FirstOrDefault(),
        };
    }

    /// <summary>What the last replacement of a document changed; null where it was never replaced.</summary>
    public async Task<SheetChange?> FindLastChangeAsync(string document, CancellationToken cancellationToken)
    {
        List<RetrievedPoint> changes = await reader.ScrollAsync(
            PointConditions.AllOf([PointConditions.Kind(PointKind.Change), PointConditions.Document(document), .. PointConditions.Visible(view.State.Generation)]),
            true, vectors: null, cancellationToken).ConfigureAwait(false);
        return changes.Select(point => ChangePoint.Read(point.Payload)).FirstOrDefault();
    }

    private async Task<ILookup<string, RetrievedPoint>> PointsOfAsync(string document, IReadOnlyList<string>? vectors, CancellationToken cancellationToken)
    {
        List<RetrievedPoint> points = await reader.ScrollAsync(
            PointConditions.AllOf([PointConditions.Document(document), .. PointConditions.Visible(view.State.Generation)]),
            true, vectors, cancellationToken).ConfigureAwait(false);
        return points.ToLookup(point => point.Payload.Text(Field.Kind), StringComparer.Ordinal);
    }

    private static SpecSheet SheetOf(ILookup<string, RetrievedPoint> points) => DocumentPoint.ReadSheet(points[PointKind.Document].Single().Payload) with
    {
        Facts = [.. FactsOf(points).Select(point => FactPoint.Read(point.Payload).Fact!)],
        Passages = [.. InOrder(points[PointKind.Passage]).Select(point => PassagePoint.Read(point.Payload).Passage!)],
        Codes = [.. points[PointKind.Code].OrderBy(point => CodePoint.Ordinal(point.Payload))
            .Select(point => CodePoint.Read(point.Payload)).Where(match => !match.ComposedOnly).Select(match => match.Code)],
    };

    private static IEnumerable<RetrievedPoint> FactsOf(ILookup<string, RetrievedPoint> points) =>
        InOrder(points[PointKind.Fact].Concat(points[PointKind.Doubtful]));

    private static IEnumerable<RetrievedPoint> InOrder(IEnumerable<RetrievedPoint> points) => points.OrderBy(point => point.Payload.Integer("position"));

    // A doubtful fact has none.
    private static ReadOnlyMemory<float> VectorOf(RetrievedPoint point) =>
        point.Vectors?.Vectors?.Vectors.TryGetValue(VectorName.Dense, out VectorOutput? vector) == true ? VectorValues.Dense(vector) : default;
}
