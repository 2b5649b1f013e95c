using Grpc.Core;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Collections;

/// <summary>The numbered collections of one name and the alias that says which is meant.</summary>
internal sealed class QdrantCollections(QdrantConnection connection, CollectionTarget target)
{
    /// <summary>The alias and the names.</summary>
    public CollectionTarget Target => target;

    /// <summary>
    /// Makes the first collection behind the alias. Each step may have been done before, by a writer that was cut off or by
    /// one at the same time: all come to the same collection, so that no document goes into another one.
    /// </summary>
    public async Task CreateFirstAsync(int dimensions, LineLengths lengths, CancellationToken cancellationToken)
    {
        ILookup<string, string> aliases = await AliasesAsync(cancellationToken).ConfigureAwait(false);
        for (int number = 1; ; number++)
        {
            string collection = target.Numbered(number);
            if (!aliases.Contains(collection) && await TryCreateAsync(collection, dimensions, lengths, cancellationToken).ConfigureAwait(false))
            {
                await PointAliasAsync(collection, cancellationToken).ConfigureAwait(false);
                return;
            }
        }
    }

    /// <summary>Makes a further collection, and has the alias mean it. Only for the writer whose turn it is.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateNextAsync(int dimensions, LineLengths lengths, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> existing = await ListAsync(cancellationToken).ConfigureAwait(false);
        for (int number = existing.Max(collection => target.NumberOf(collection) ?? 0) + 1; ; number++)
        {
            string collection = target.Numbered(number);
            if (await TryCreateAsync(collection, dimensions, lengths, cancellationToken).ConfigureAwait(false))
            {
                await PointAliasAsync(collection, cancellationToken).ConfigureAwait(false);
                return collection;
            }
        }
    }

    /// <summary>The collection that the alias means; null: there is no such alias.</summary>
    public async Task<string?> CurrentAsync(CancellationToken cancellationToken) =>
        (await AliasesAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(names => names.Contains(target.Alias))?.Key;

    /// <summary>Has the alias mean a collection, in one step.</summary>
    public Task PointAliasAsync(string collection, CancellationToken cancellationToken) =>
        ChangeAsync([new AliasOperations { CreateAlias = new CreateAlias { AliasName = target.Alias, CollectionName = collection } }], cancellationToken);

    /// <summary>Has the alias mean the collection of another alias, which ends.</summary>
    public Task TakeOverAsync(string collection, string alias, CancellationToken cancellationToken) => ChangeAsync(
        [
            new AliasOperations { CreateAlias = new CreateAlias { AliasName = target.Alias, CollectionName = collection } },
            new AliasOperations { DeleteAlias = new DeleteAlias { AliasName = alias } },
        ],
        cancellationToken);

    /// <summary>Removes the alias, if there is one; the collection stays.</summary>
    public Task RemoveAliasAsync(CancellationToken cancellationToken) =>
        ChangeAsync([new AliasOperations { DeleteAlias = new DeleteAlias { AliasName = target.Alias } }], cancellationToken);

    /// <summary>The collections of this name.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        ListCollectionsResponse answer = await connection.CallAsync(
            (client, call) => client.Collections.ListAsync(new ListCollectionsRequest(), call), cancellationToken).ConfigureAwait(false);
        return [.. answer.Collections.Select(collection => collection.Name).Where(name => target.NumberOf(name) is not null).Order(StringComparer.Ordinal)];
    }

    /// <summary>Aliases by the collection that they mean.</summary>
    public async Task<ILookup<string, string>> AliasesAsync(CancellationToken cancellationToken)
    {
        ListAliasesResponse answer = await connection.CallAsync(
            (client, call) => client.Collections.ListAliasesAsync(new ListAliasesRequest(), call), cancellationToken).ConfigureAwait(false);
        return answer.Aliases.ToLookup(alias => alias.CollectionName, alias => alias.AliasName, StringComparer.Ordinal);
    }

    /// <summary>Removes a collection; one that is gone already is no error.</summary>
    public Task DeleteAsync(string collection, CancellationToken cancellationToken) => connection.CallAsync(
        (client, call) => client.Collections.DeleteAsync(new DeleteCollection { CollectionName = collection }, call), cancellationToken);

    private async Task<bool> TryCreateAsync(string collection, int dimensions, LineLengths lengths, CancellationToken cancellationToken)
    {
        QdrantVersion version = await connection.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            CreateCollection request = CollectionSchema.Create(collection, dimensions, connection.Options, version);
            await connection.CallAsync((client, call) => client.Collections.CreateAsync(request, call), cancellationToken).ConfigureAwait(false);
        }
        catch (KnowledgeIndexException exception) when (QdrantErrors.StatusOf(exception) == StatusCode.AlreadyExists)
        {
            GetCollectionInfoResponse info = await connection.CallAsync(
                (client, call) => client.Collections.GetAsync(new GetCollectionInfoRequest { CollectionName = collection }, call), cancellationToken).ConfigureAwait(false);
            if (CollectionSchema.Dimensions(info.Result) != dimensions)
            {
                return false;
            }
        }

        foreach ((string name, FieldType type) in CollectionSchema.IndexedFields)
        {
            var request = new CreateFieldIndexCollection { CollectionName = collection, FieldName = name, FieldType = type, Wait = true };
            await connection.CallAsync((client, call) => client.Points.CreateFieldIndexAsync(request, call), cancellationToken).ConfigureAwait(false);
        }

        await WriteFirstStateAsync(new IndexState { Collection = collection, Dimensions = dimensions, Lengths = lengths }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task WriteFirstStateAsync(IndexState state, CancellationToken cancellationToken)
    {
        // Written only where there is none: the condition holds for no point.
        var request = new UpsertPoints
        {
            CollectionName = state.Collection,
            Wait = true,
            Ordering = new WriteOrdering { Type = WriteOrderingType.Strong },
            UpdateFilter = PointConditions.AllOf(PointConditions.Between(Field.Generation, -1, -1)),
        };
        request.Points.Add(state.ToPoint());
        await connection.CallAsync((client, call) => client.Points.UpsertAsync(request, call), cancellationToken).ConfigureAwait(false);
    }

    private Task ChangeAsync(AliasOperations[] operations, CancellationToken cancellationToken)
    {
        var request = new ChangeAliases();
        request.Actions.AddRange(operations);
        return connection.CallAsync((client, call) => client.Collections.UpdateAliasesAsync(request, call), cancellationToken);
    }
}
