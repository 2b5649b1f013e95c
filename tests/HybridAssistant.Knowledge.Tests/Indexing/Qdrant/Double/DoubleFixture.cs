using HybridAssistant.QdrantDouble;
using Qdrant.Client;
using Qdrant.Client.Grpc;
using PointVectors = Qdrant.Client.Grpc.Vectors;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double;

/// <summary>A double with a client and a collection of one dense and one sparse vector.</summary>
internal sealed class DoubleFixture : IAsyncDisposable
{
    public const string Collection = "things";

    private DoubleFixture(QdrantDoubleServer server, QdrantClient client) => (Server, Client) = (server, client);

    public QdrantDoubleServer Server { get; }

    public QdrantClient Client { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DoubleFixture> StartAsync(QdrantDoubleOptions? options = null)
    {
        var server = await QdrantDoubleServer.StartAsync(options, Cancellation);
        var client = new QdrantClient(server.Address, apiKey: options?.ApiKey, grpcTimeout: TimeSpan.FromSeconds(30));
        await client.CreateCollectionAsync(
            Collection,
            new VectorParamsMap { Map = { ["dense"] = new VectorParams { Size = 2, Distance = Distance.Cosine } } },
            sparseVectorsConfig: new SparseVectorConfig { Map = { ["words"] = new SparseVectorParams { Modifier = Modifier.Idf } } },
            cancellationToken: Cancellation);
        return new DoubleFixture(server, client);
    }

    /// <summary>A point without vectors, which gRPC wants as an empty map of named ones.</summary>
    public static PointStruct Bare(ulong id, params (string Key, Value Value)[] payload)
    {
        var point = new PointStruct { Id = id, Vectors = new PointVectors { Vectors_ = new NamedVectors() } };
        foreach (var (key, value) in payload)
        {
            point.Payload[key] = value;
        }

        return point;
    }

    public static PointStruct Dense(ulong id, params float[] vector) => new() { Id = id, Vectors = new Dictionary<string, Vector> { ["dense"] = vector } };

    public static PointStruct Sparse(ulong id, params (uint Index, float Weight)[] weights) => new()
    {
        Id = id,
        Vectors = new Dictionary<string, Vector> { ["words"] = ([.. weights.Select(entry => entry.Weight)], [.. weights.Select(entry => entry.Index)]) },
    };

    public Task UpsertAsync(params PointStruct[] points) => Client.UpsertAsync(Collection, points, cancellationToken: Cancellation);

    /// <summary>The ids of all points that pass, as numbers, in order.</summary>
    public async Task<IReadOnlyList<ulong>> IdsAsync(Filter filter) =>
        [.. (await Client.ScrollAsync(Collection, filter, limit: 100, cancellationToken: Cancellation)).Result.Select(point => point.Id.Num)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
