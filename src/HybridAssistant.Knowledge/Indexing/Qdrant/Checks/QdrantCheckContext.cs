using System.Globalization;
using Google.Protobuf.Collections;
using Grpc.Core;
using HybridAssistant.Knowledge.Indexing.Qdrant.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>What a check works with: a connection, and collections of its own that are removed when it is disposed.</summary>
public sealed class QdrantCheckContext : IAsyncDisposable
{
    /// <summary>Length of the dense vectors of <see cref="CreateAsync"/>.</summary>
    internal const int Dimensions = 4;

    /// <summary>Name of the dense vector, compared by cosine.</summary>
    internal const string Dense = VectorName.Dense;

    /// <summary>Names of the sparse vectors, both with the IDF modifier.</summary>
    internal const string Sparse = VectorName.FactText, OtherSparse = VectorName.PassageText;

    // Long enough for a busy server, short enough for a Ctrl-C.
    private static readonly TimeSpan CleanUpTimeout = TimeSpan.FromSeconds(10);

    private readonly string _prefix;
    private readonly List<string> _collections = [];

    /// <summary>A context; nothing is made yet.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="prefix">Begin of the names of the collections and aliases, which no one else uses.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the check; what it made is removed all the same.</param>
    public QdrantCheckContext(QdrantConnection connection, string prefix, TimeProvider time, CancellationToken cancellationToken)
    {
        Connection = connection;
        Time = time;
        _prefix = prefix;
        Cancellation = cancellationToken;
    }

    /// <summary>The connection.</summary>
    internal QdrantConnection Connection { get; }

    /// <summary>The clock.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Ends the check.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>Makes a collection as the index has them: a named dense vector with int8 quantisation, two sparse ones with IDF.</summary>
    /// <returns>Its name.</returns>
    internal async Task<string> CreateAsync()
    {
        CreateCollection request = await RequestAsync(NewName()).ConfigureAwait(false);
        await CallAsync((client, call) => client.Collections.CreateAsync(request, call)).ConfigureAwait(false);
        return request.CollectionName;
    }

    /// <summary>A name for a collection or alias; a collection of that name is removed at the end.</summary>
    internal string NewName()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{_prefix}-{_collections.Count}");
        _collections.Add(name);
        return name;
    }

    /// <summary>The request that makes a collection of the index.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="dimensions">Length of the dense vectors; 0: none.</param>
    internal async Task<CreateCollection> RequestAsync(string name, int dimensions = Dimensions)
    {
        // One shard: each keeps statistics of its own. Strict mode, which a host may have on by default, wants an index for each filter.
        CreateCollection request = CollectionSchema.Create(
            name, dimensions, new QdrantOptions { ShardNumber = 1 }, await Connection.GetVersionAsync(Cancellation).ConfigureAwait(false));
        request.StrictModeConfig = new StrictModeConfig { Enabled = false };
        return request;
    }

    /// <summary>Makes a call.</summary>
    internal Task<T> CallAsync<T>(Func<QdrantGrpcClient, CallOptions, AsyncUnaryCall<T>> call) => Connection.CallAsync(call, Cancellation);

    /// <summary>Makes a call that the server must refuse.</summary>
    /// <param name="status">With which status.</param>
    /// <param name="says">Part of the status' text that the index goes by; empty: any.</param>
    /// <param name="call">The call.</param>
    /// <returns>Status and text.</returns>
    /// <exception cref="QdrantCheckException">It did not, or otherwise.</exception>
    internal async Task<string> RefusedAsync<T>(StatusCode status, string says, Func<QdrantGrpcClient, CallOptions, AsyncUnaryCall<T>> call)
    {
        try
        {
            await CallAsync(call).ConfigureAwait(false);
        }
        catch (KnowledgeIndexException failure) when (failure.InnerException is RpcException refused)
        {
            string seen = $"{refused.StatusCode}: {refused.Status.Detail}";
            return refused.StatusCode == status && refused.Status.Detail.Contains(says, StringComparison.OrdinalIgnoreCase)
                ? seen
                : throw new QdrantCheckException(seen);
        }

        throw new QdrantCheckException("the call was not refused");
    }

    /// <summary>Writes points and waits until they are there.</summary>
    internal Task UpsertAsync(string collection, params IEnumerable<PointStruct> points) => UpsertAsync(collection, updateFilter: null, points);

    /// <summary>Writes points where those of their ids pass a filter.</summary>
    internal async Task UpsertAsync(string collection, Filter? updateFilter, params IEnumerable<PointStruct> points)
    {
        var request = new UpsertPoints
        {
            CollectionName = collection,
            Wait = true,
            Ordering = new WriteOrdering { Type = WriteOrderingType.Strong },
        };
        request.Points.AddRange(points);
        if (updateFilter is not null)
        {
            request.UpdateFilter = updateFilter;
        }

        PointsOperationResponse response = await CallAsync((client, call) => client.Points.UpsertAsync(request, call)).ConfigureAwait(false);
        RequireCompleted(response);
    }

    /// <summary>Asks for the nearest points, with payload.</summary>
    internal async Task<RepeatedField<ScoredPoint>> QueryAsync(QueryPoints request)
    {
        request.WithPayload = new WithPayloadSelector { Enable = true };
        return (await CallAsync((client, call) => client.Points.QueryAsync(request, call)).ConfigureAwait(false)).Result;
    }

    /// <summary>Reads points in the order of their ids, with payload and vectors.</summary>
    internal async Task<RepeatedField<RetrievedPoint>> ScrollAsync(string collection, Filter? filter = null, uint limit = 100) => (await CallAsync(
        (client, call) => client.Points.ScrollAsync(
            new ScrollPoints
            {
                CollectionName = collection,
                Filter = filter,
                Limit = limit,
                WithPayload = new WithPayloadSelector { Enable = true },
                WithVectors = new WithVectorsSelector { Enable = true },
            },
            call)).ConfigureAwait(false)).Result;

    /// <summary>Counts points exactly.</summary>
    internal async Task<ulong> CountAsync(string collection, Filter? filter = null) => (await CallAsync(
        (client, call) => client.Points.CountAsync(
            new CountPoints { CollectionName = collection, Filter = filter, Exact = true }, call)).ConfigureAwait(false)).Result.Count;

    /// <summary>A write that was waited for must be done.</summary>
    internal static void RequireCompleted(PointsOperationResponse response) =>
        Require(response.Result.Status == UpdateStatus.Completed, $"a write with wait = true ended with the status {response.Result.Status}");

    /// <summary>Fails the check where something is not so.</summary>
    /// <param name="holds">Whether it is so.</param>
    /// <param name="seen">What was seen instead.</param>
    internal static void Require(bool holds, string seen)
    {
        if (!holds)
        {
            throw new QdrantCheckException(seen);
        }
    }

    /// <summary>Removes what the check made. What cannot be removed is left, and named by the exception.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(CleanUpTimeout, Time);
        foreach (string collection in _collections)
        {
            // Of names that were not used, or were removed, the server says that there is nothing to remove.
            await Connection.CallAsync(
                (client, call) => client.Collections.DeleteAsync(new DeleteCollection { CollectionName = collection }, call), limit.Token).ConfigureAwait(false);
        }
    }
}
