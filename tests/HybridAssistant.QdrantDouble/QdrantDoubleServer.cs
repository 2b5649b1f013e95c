using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Collections;
using HybridAssistant.QdrantDouble.Hosting;
using HybridAssistant.QdrantDouble.Points;
using HybridAssistant.QdrantDouble.Queries;
using HybridAssistant.QdrantDouble.Scoring;
using HybridAssistant.QdrantDouble.Versions;

namespace HybridAssistant.QdrantDouble;

/// <summary>
/// A Qdrant server in this process, over real HTTP/2: it keeps points in memory, filters, scores and fuses them as a server of the
/// chosen version does, without approximation. It can be stopped and started again with what it holds, and made to fail.
/// </summary>
public sealed class QdrantDoubleServer : IAsyncDisposable
{
    private readonly CollectionCatalog _catalog;
    private readonly TieBreaker _ties;
    private QdrantDoubleOptions _options;
    private CallPipeline _pipeline;
    private GrpcHost? _host;
    private int _port;

    private QdrantDoubleServer(QdrantDoubleOptions options)
    {
        _options = options;
        _catalog = new CollectionCatalog((name, points) => _options.AfterChunk?.Invoke(name, points));
        _ties = new TieBreaker(options.Seed);
        _pipeline = Pipeline(options);
    }

    /// <summary>Where it listens, as a client takes it; the same after a restart.</summary>
    public Uri Address => new($"{(_options.Certificate is null ? "http" : "https")}://127.0.0.1:{_port}");

    /// <summary>The calls that reached it since it started, oldest first.</summary>
    public IReadOnlyList<RecordedCall> Calls => _pipeline.Calls;

    /// <summary>Writes that were acknowledged and wait for one that the client waits for.</summary>
    public int HeldWrites => _catalog.All.Sum(collection => collection.HeldWrites);

    /// <summary>Starts a server on a free loopback port.</summary>
    /// <exception cref="ArgumentException">A version that the double does not know.</exception>
    public static async Task<QdrantDoubleServer> StartAsync(QdrantDoubleOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new QdrantDoubleServer(options ?? new QdrantDoubleOptions());
        await server.ListenAsync(cancellationToken);
        return server;
    }

    /// <summary>Plans a failure or a delay; several take their turns in the order in which they were planned.</summary>
    public void Inject(QdrantFault fault) => Intercept(new PlannedFault(fault, _options.Time).InterceptAsync);

    /// <summary>Lets a test see calls before the server does, after those that were added earlier.</summary>
    public void Intercept(CallInterceptor interceptor) => _pipeline.Add(interceptor);

    /// <summary>Takes back every fault and interceptor.</summary>
    public void ClearFaults() => _pipeline.RemoveInterceptors();

    /// <summary>Empties <see cref="Calls"/>.</summary>
    public void ForgetCalls() => _pipeline.ForgetCalls();

    /// <summary>Applies the writes that <see cref="QdrantDoubleOptions.HoldUnwaitedWrites"/> kept in the log.</summary>
    public void ApplyHeldWrites()
    {
        foreach (var collection in _catalog.All)
        {
            collection.ApplyHeldWrites();
        }
    }

    /// <summary>Stops listening: calls under way are cut off, later ones find nobody. What it holds stays.</summary>
    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.DisposeAsync();
        }
    }

    /// <summary>
    /// Listens again on the same address with what it held, as another version or with other keys where options are given (an
    /// upgrade). Writes left in the log are applied; faults and recorded calls are gone.
    /// </summary>
    public async Task RestartAsync(QdrantDoubleOptions? options = null, CancellationToken cancellationToken = default)
    {
        await StopAsync();
        ApplyHeldWrites();
        _options = options ?? _options;
        _pipeline = Pipeline(_options);
        await ListenAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _catalog.Dispose();
    }

    private static CallPipeline Pipeline(QdrantDoubleOptions options) => new(options, new NewerFields(ServerRules.For(options.Version).Version));

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var rules = ServerRules.For(_options.Version);
        var methods = new MethodTable();
        new CollectionMethods(_catalog, rules, _options.Time).AddTo(methods);
        new WriteMethods(_catalog, rules, _options.HoldUnwaitedWrites).AddTo(methods);
        new ReadMethods(_catalog, rules, _ties, _options.Time).AddTo(methods);
        _host = await GrpcHost.StartAsync(_port, _options.Certificate, methods, _pipeline, cancellationToken);
        _port = _host.Port;
    }
}
