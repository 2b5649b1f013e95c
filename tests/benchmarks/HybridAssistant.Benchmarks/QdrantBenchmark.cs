using BenchmarkDotNet.Attributes;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Hybrid;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using HybridAssistant.QdrantDouble;
using Microsoft.Extensions.Logging.Abstractions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// The same 100,000 points in SQLite and, over real HTTP/2, in the double of a Qdrant server in this process: what a write and a
/// search take, and how much of it is this program's own, against the bare client that asks the same.
/// </summary>
[Config(typeof(SingleRequests))]
public class QdrantBenchmark
{
    private const int Questions = 64;
    private const int LaneDepth = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qdrant-benchmark-");
    private QdrantDoubleServer? _server;
    private QdrantConnection? _connection;
    private QdrantGrpcClient? _bare;
    private IKnowledgeIndex _index = null!;
    private IKnowledgeSnapshot _snapshot = null!;
    private HybridQuery[] _questions = [];
    private QueryPoints[] _requests = [];
    private int _next;

    [GlobalSetup(Targets = [nameof(AskSqlite)])]
    public async Task FillSqliteAsync()
    {
        _index = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = Path.Combine(_folder.FullName, "index.db") }, TimeProvider.System);
        await FillAsync("SQLite");
    }

    [GlobalSetup(Targets = [nameof(AskQdrant), nameof(AskQdrantVectors), nameof(AskBareClient)])]
    public async Task FillQdrantAsync()
    {
        _server = await QdrantDoubleServer.StartAsync(new QdrantDoubleOptions { RecordCalls = false });
        _connection = QdrantConnection.Open(new QdrantOptions { Address = _server.Address.ToString() }, TimeProvider.System, NullLogger.Instance);
        _bare = new QdrantGrpcClient(_server.Address, apiKey: null);
        _index = new QdrantKnowledgeIndex(_connection, PointSheets.Model, TimeProvider.System);
        await FillAsync("Qdrant");
        QdrantView view = ((QdrantSnapshot)_snapshot).View;
        _requests =
        [
            .. _questions.Select(question =>
            {
                QueryPoints request = LaneRequests.Alone(
                    new LaneRequests(isExact: false).Near(question.Vector.Span, new QdrantScope(EntryFilter.None, view).Entries(), LaneDepth), true);
                request.CollectionName = view.State.Collection;
                return request;
            }),
        ];
    }

    [GlobalCleanup]
    public async Task RemoveAsync()
    {
        await _snapshot.DisposeAsync();
        await _index.DisposeAsync();
        _bare?.Dispose();
        _connection?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Delete(recursive: true);
    }

    [Benchmark(Description = "four lanes: SQLite")]
    public Task<FusedSearch> AskSqlite() => _snapshot.SearchHybridAsync(Next(_questions));

    [Benchmark(Description = "four lanes: Qdrant")]
    public Task<FusedSearch> AskQdrant() => _snapshot.SearchHybridAsync(Next(_questions));

    [Benchmark(Description = "nearest 60: Qdrant")]
    public Task<IReadOnlyList<ScoredEntry>> AskQdrantVectors() =>
        _snapshot.SearchVectorsAsync(Next(_questions).Vector, EntryFilter.None, LaneDepth);

    [Benchmark(Description = "nearest 60: the bare client, same request")]
    public async Task<QueryResponse> AskBareClient() => await _bare!.Points.QueryAsync(Next(_requests));

    private T Next<T>(T[] all) => all[_next++ % all.Length];

    private async Task FillAsync(string name)
    {
        int points = 0;
        TimeSpan taken = TimeSpan.Zero;
        foreach (IndexedSheet sheet in PointSheets.Draw())
        {
            long start = TimeProvider.System.GetTimestamp();
            await _index.ReplaceAsync(sheet);
            taken += TimeProvider.System.GetElapsedTime(start);
            points += sheet.FactVectors.Length + sheet.PassageVectors.Length;
        }

        Console.WriteLine(FormattableString.Invariant($"// {name}: {points} points, {points / taken.TotalSeconds:F0} points/s"));
        _snapshot = await _index.OpenSnapshotAsync();
        var text = new ZipfText(seed: 2);
        float[] vectors = new ClusteredVectors(seed: 1, PointSheets.Dimensions, clusters: 500).Draw(Questions);
        _questions =
        [
            .. Enumerable.Range(0, Questions).Select(i => new HybridQuery(
                text.Question(6, withStopWords: false), vectors.AsMemory(i * PointSheets.Dimensions, PointSheets.Dimensions), EntryFilter.None, LaneDepth)),
        ];
    }
}
