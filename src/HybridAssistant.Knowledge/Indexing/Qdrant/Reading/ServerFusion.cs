using HybridAssistant.Knowledge.Indexing.Hybrid;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;
using TextQuery = HybridAssistant.Knowledge.Indexing.Text.TextQuery;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>
/// All lanes in one query, fused by the server. It drops the lanes' scores, so that the cosines are asked for beside it, without
/// what the entries say.
/// </summary>
internal sealed class ServerFusion(QdrantReader reader, QdrantView view, LaneRequests requests, WordLanes words)
{
    /// <summary>Searches.</summary>
    public async Task<FusedSearch> SearchAsync(HybridQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> terms = TextQuery.Terms(query.Terms);
        IReadOnlyList<PrefetchQuery> text = terms.Count == 0
            ? []
            : await words.PrepareAsync(terms, new QdrantScope(query.Filter with { Kinds = EntryKinds.All }, view), query.LaneDepth, cancellationToken).ConfigureAwait(false);
        List<PrefetchQuery> near = [];
        foreach (EntryKinds kinds in query.Vector.IsEmpty || view.State.Embedder is null ? (EntryKinds[])[] : [EntryKinds.Facts, EntryKinds.Passages])
        {
            var scope = new QdrantScope(query.Filter with { Kinds = kinds }, view);
            if (scope.HasFacts || scope.HasPassages)
            {
                near.Add(requests.Near(query.Vector.Span, scope.Entries(), query.LaneDepth));
            }
        }

        if (text.Count + near.Count == 0)
        {
            return new FusedSearch([], new Dictionary<string, double>());
        }

        Task<IReadOnlyList<ScoredPoint>> fused = reader.QueryAsync(LaneRequests.Fused([.. text, .. near]), cancellationToken);
        Task<IReadOnlyList<ScoredPoint>[]> cosines = Task.WhenAll(near.Select(lane => reader.QueryAsync(LaneRequests.Alone(lane, IdOnly()), cancellationToken)));
        await Task.WhenAll(fused, cosines).ConfigureAwait(false);
        return new FusedSearch(Ordered(await fused.ConfigureAwait(false)), CosinesOf(await cosines.ConfigureAwait(false)));
    }

    // The server breaks ties in no order.
    private static List<ScoredEntry> Ordered(IReadOnlyList<ScoredPoint> points) =>
    [
        .. points.Select(point => new ScoredEntry(EntryPoint.Read(point.Payload), point.Score))
            .OrderByDescending(entry => entry.Score)
            .ThenBy(entry => entry.Entry.Document, StringComparer.Ordinal)
            .ThenBy(entry => entry.Entry.Id, StringComparer.Ordinal),
    ];

    private static Dictionary<string, double> CosinesOf(IEnumerable<IReadOnlyList<ScoredPoint>> lanes)
    {
        var cosines = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (ScoredPoint point in lanes.SelectMany(lane => lane))
        {
            cosines[point.Payload.Text("id")] = point.Score;
        }

        return cosines;
    }

    private static WithPayloadSelector IdOnly()
    {
        var fields = new PayloadIncludeSelector();
        fields.Fields.Add("id");
        return new WithPayloadSelector { Include = fields };
    }
}
