using HybridAssistant.Knowledge.Indexing.Qdrant.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>Gives writers their turn on the collection that the alias means, and makes one where there is none yet.</summary>
internal sealed class QdrantTurns(QdrantConnection connection, QdrantCollections collections, QdrantViews views, LineLengths lengths, TimeProvider time) : IDisposable
{
    // In a cluster each node learns at its own moment that an alias was moved.
    private const int MaxAttempts = 20;
    private static readonly TimeSpan PauseForAlias = TimeSpan.FromMilliseconds(100);

    private readonly QdrantReader _alias = new(connection, collections.Target.Alias);

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
            for (int attempt = 1; ; attempt++)
            {
                IndexState? state = await _alias.ReadStateAsync(cancellationToken).ConfigureAwait(false);
                if (state is null)
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
                    if (await OpenAsync(state, lease, dimensions, cancellationToken).ConfigureAwait(false) is { } turn)
                    {
                        return await work(turn).ConfigureAwait(false);
                    }
                }

                if (attempt == MaxAttempts)
                {
                    throw new KnowledgeIndexException(
                        $"The alias '{collections.Target.Alias}' means '{state.Collection}', which another collection has taken the place of. Run 'hybrid index rebuild' to make it anew.");
                }

                await Task.Delay(PauseForAlias, time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    // Null where the work belongs into another collection than the one whose lease was taken.
    private async Task<QdrantTurn?> OpenAsync(IndexState leased, QdrantLease lease, int? dimensions, CancellationToken cancellationToken)
    {
        // While this writer waited, others wrote, or another collection took the place of this one.
        if (await _alias.ReadStateAsync(cancellationToken).ConfigureAwait(false) is not { } state
            || state.Collection != leased.Collection || state.SupersededAt is not null)
        {
            return null;
        }

        var turn = new QdrantTurn(connection, await views.GetAsync(state, cancellationToken).ConfigureAwait(false), lease, time);
        await turn.RepairAsync(cancellationToken).ConfigureAwait(false);
        if (state.Documents > 0 || dimensions is not { } wanted || wanted == state.Dimensions)
        {
            return turn;
        }

        await collections.CreateNextAsync(wanted, state.Lengths, cancellationToken).ConfigureAwait(false);
        await turn.SupersedeCollectionAsync(time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return null;
    }
}
