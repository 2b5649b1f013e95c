using HybridAssistant.Knowledge.Indexing.Qdrant.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>Gives writers their turn on the collection that the alias means, and makes one where there is none yet.</summary>
internal sealed class QdrantTurns(QdrantConnection connection, QdrantCollections collections, QdrantViews views, LineLengths lengths, TimeProvider time) : IDisposable
{
    // Writers of one process do not compete for the lease.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs a writer's work in its turn.</summary>
    /// <param name="work">The work.</param>
    /// <param name="dimensions">Length of the vectors that it will write; null: it writes none that the index does not have.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The work's result; the default where there is no index and the work writes no documents.</returns>
    public async Task<T?> RunAsync<T>(Func<QdrantTurn, Task<T>> work, int? dimensions, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var alias = new QdrantReader(connection, collections.Target.Alias);
            while (true)
            {
                if (await alias.ReadStateAsync(cancellationToken).ConfigureAwait(false) is not { } state)
                {
                    if (dimensions is not { } length)
                    {
                        return default;
                    }

                    await collections.CreateFirstAsync(length, lengths, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                QdrantLease lease = await QdrantLease.TakeAsync(connection, state.Collection, time, cancellationToken).ConfigureAwait(false);
                await using (lease.ConfigureAwait(false))
                {
                    // While this one waited, others wrote, or a rebuilt collection took the place of this one.
                    if (await alias.ReadStateAsync(cancellationToken).ConfigureAwait(false) is not { } current || current.Collection != state.Collection)
                    {
                        continue;
                    }

                    if (current.Documents == 0 && dimensions is { } wanted && wanted != current.Dimensions)
                    {
                        await collections.CreateNextAsync(wanted, current.Lengths, cancellationToken).ConfigureAwait(false);
                        continue;
                    }

                    var turn = new QdrantTurn(connection, await views.GetAsync(current, cancellationToken).ConfigureAwait(false), lease);
                    await turn.RepairAsync(cancellationToken).ConfigureAwait(false);
                    return await work(turn).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
