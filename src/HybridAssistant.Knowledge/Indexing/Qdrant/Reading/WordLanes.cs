using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>The queries of words' lanes: facts and passages are ranked apart.</summary>
internal sealed class WordLanes(QdrantReader reader, QdrantView view, TermRarities rarities)
{
    /// <summary>The lanes that may find something.</summary>
    /// <param name="terms">Terms of the question, not empty.</param>
    /// <param name="scope">What may be found.</param>
    /// <param name="limit">Entries of each lane.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<PrefetchQuery>> PrepareAsync(
        IReadOnlyList<string> terms, QdrantScope scope, int limit, CancellationToken cancellationToken)
    {
        SparseVector words = SparseEncoder.EncodeQuery(terms);
        var lanes = new List<Task<PrefetchQuery?>>();
        if (scope.HasFacts)
        {
            lanes.Add(PrepareAsync(VectorName.FactText, words, scope.Facts(), limit, cancellationToken));
        }

        if (scope.HasPassages)
        {
            lanes.Add(PrepareAsync(VectorName.PassageText, words, scope.Passages(), limit, cancellationToken));
        }

        return [.. (await Task.WhenAll(lanes).ConfigureAwait(false)).OfType<PrefetchQuery>()];
    }

    private async Task<PrefetchQuery?> PrepareAsync(
        string vector, SparseVector words, Filter filter, int limit, CancellationToken cancellationToken)
    {
        SparseVector weighed = await rarities.WeighAsync(reader, view.State, vector, words, cancellationToken).ConfigureAwait(false);
        return weighed.Indices.Count == 0
            ? null
            : new PrefetchQuery
            {
                Query = new Query { Nearest = new VectorInput { Sparse = weighed } },
                Using = vector,
                Filter = filter,
                Limit = (ulong)limit,
            };
    }
}
