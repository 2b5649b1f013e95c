using System.Globalization;
using HybridAssistant.Knowledge.Indexing.Qdrant.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>Finds and removes what was replaced: points of earlier generations, and collections that a rebuilt one took the place of.</summary>
internal sealed class QdrantPruner(QdrantConnection connection, QdrantCollections collections, TimeProvider time)
{
    /// <summary>Points of the collection that were replaced before a time, in a generation that readers see.</summary>
    public static Filter Replaced(IndexState state, DateTimeOffset before) => PointConditions.AllOf(
        PointConditions.Between(Field.To, null, state.Generation),
        PointConditions.Between(Field.SupersededAt, null, before.ToUnixTimeMilliseconds()));

    /// <summary>
    /// Other collections of the name that nobody needs, with the number of their points: replaced by a rebuilt one, or left by a
    /// rebuild that was cut off.
    /// </summary>
    /// <param name="current">The collection in use.</param>
    /// <param name="before">Of the replaced ones, those replaced before a time.</param>
    /// <param name="isOwnTurn">Whether the caller holds the turn on the collection in use, so that no rebuild does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<(string Collection, long Points)>> FindOthersAsync(
        string current, DateTimeOffset before, bool isOwnTurn, CancellationToken cancellationToken)
    {
        bool mayRebuild = !isOwnTurn
            && await QdrantLease.HolderAsync(new QdrantReader(connection, current), time, cancellationToken).ConfigureAwait(false) is not null;
        var others = new List<(string, long)>();
        foreach (string collection in (await collections.ListAsync(cancellationToken).ConfigureAwait(false)).Where(name => name != current))
        {
            var reader = new QdrantReader(connection, collection);
            // One without a state was not made by this program.
            if (await reader.FindAsync(PointIds.Meta, limit: null, cancellationToken).ConfigureAwait(false) is { } meta
                && (IndexState.Read(meta).SupersededAt is { } replacedAt ? replacedAt <= before.ToUnixTimeMilliseconds() : !mayRebuild))
            {
                others.Add((collection, await reader.CountAsync(new Filter(), cancellationToken).ConfigureAwait(false)));
            }
        }

        return others;
    }

    /// <summary>Removes the points that were replaced before a time.</summary>
    /// <returns>Number of points removed.</returns>
    public static async Task<long> PruneAsync(QdrantTurn turn, DateTimeOffset before, CancellationToken cancellationToken)
    {
        Filter replaced = Replaced(turn.View.State, before);
        long count = await turn.Reader.CountAsync(replaced, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            await turn.Points.DeleteAsync(replaced, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    /// <summary>Names of collections, with what to do about them.</summary>
    public static string Describe((string Collection, long Points) other) => string.Create(
        CultureInfo.InvariantCulture,
        $"The collection '{other.Collection}' with {other.Points} points is not in use: 'hybrid index prune' removes it.");
}
