using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Collections;

/// <summary>A collection: how it was made, its points, and who may look at them now.</summary>
internal sealed class Collection : IDisposable
{
    private readonly ReaderWriterLockSlim _readers = new();
    private readonly Lock _log = new();
    private readonly Queue<IEnumerable<int>> _held = new();
    private readonly Action<string, int>? _afterChunk;
    private ulong _operation;

    public Collection(CreateCollection settings, Action<string, int>? afterChunk)
    {
        Settings = settings;
        _afterChunk = afterChunk;
        Points = new PointStore(DenseColumns(settings.VectorsConfig), SparseColumns(settings.SparseVectorsConfig));
    }

    public string Name => Settings.CollectionName;

    public CreateCollection Settings { get; }

    public PointStore Points { get; }

    /// <summary>The declared payload indexes, by field.</summary>
    public Dictionary<string, PayloadSchemaInfo> Schema { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes that were acknowledged and are not applied yet.</summary>
    public int HeldWrites
    {
        get
        {
            lock (_log)
            {
                return _held.Count;
            }
        }
    }

    public T Read<T>(Func<T> read)
    {
        _readers.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _readers.ExitReadLock();
        }
    }

    /// <summary>
    /// Does a write as the log orders it. Without <paramref name="wait"/> its errors are lost, as a server's are that come when
    /// the log is applied; with <paramref name="hold"/> it stays in the log until a write that waits comes.
    /// </summary>
    /// <param name="wait">The client waits for the write to be applied.</param>
    /// <param name="hold">Leave a write that nobody waits for in the log.</param>
    /// <param name="write">Applies the write.</param>
    public UpdateResult Write(bool wait, bool hold, ChunkedWrite write)
    {
        lock (_log)
        {
            var number = ++_operation;
            if (wait)
            {
                ApplyHeld();
                Apply(write(number));
                return new UpdateResult { OperationId = number, Status = UpdateStatus.Completed };
            }

            _held.Enqueue(write(number));
            if (!hold)
            {
                ApplyHeld();
            }

            return new UpdateResult { OperationId = number, Status = UpdateStatus.Acknowledged };
        }
    }

    public void ApplyHeldWrites()
    {
        lock (_log)
        {
            ApplyHeld();
        }
    }

    public void Dispose() => _readers.Dispose();

    private void ApplyHeld()
    {
        while (_held.TryDequeue(out var write))
        {
            try
            {
                Apply(write);
            }
            catch (Grpc.Core.RpcException)
            {
                // Nobody waits for it: a server writes such an error to its own log only.
            }
        }
    }

    /// <summary>Readers get in between the chunks: neither a batch nor a delete by filter is a transaction.</summary>
    private void Apply(IEnumerable<int> write)
    {
        using var chunks = write.GetEnumerator();
        var points = 0;
        while (ApplyChunk(chunks))
        {
            points += chunks.Current;
            _afterChunk?.Invoke(Name, points);
        }
    }

    private bool ApplyChunk(IEnumerator<int> chunks)
    {
        _readers.EnterWriteLock();
        try
        {
            return chunks.MoveNext();
        }
        finally
        {
            _readers.ExitWriteLock();
        }
    }

    private static IEnumerable<DenseColumn> DenseColumns(VectorsConfig? config)
    {
        var named = config?.ConfigCase switch
        {
            VectorsConfig.ConfigOneofCase.Params => new Dictionary<string, VectorParams> { [""] = config.Params },
            VectorsConfig.ConfigOneofCase.ParamsMap => (IEnumerable<KeyValuePair<string, VectorParams>>)config.ParamsMap.Map,
            _ => [],
        };
        return named.Select(entry => entry.Value switch
        {
            { MultivectorConfig: not null } => throw Refusal.NotInDouble("multivectors"),
            { Distance: Distance.Cosine or Distance.Dot } parameters => new DenseColumn(entry.Key, checked((int)parameters.Size), parameters.Distance),
            { Distance: Distance.UnknownDistance } => throw Refusal.Malformed("Malformed distance"),
            var parameters => throw Refusal.NotInDouble("the distance " + parameters.Distance),
        });
    }

    private static IEnumerable<SparseColumn> SparseColumns(SparseVectorConfig? config) =>
        (config?.Map ?? []).Select(entry => new SparseColumn(entry.Key, entry.Value.Modifier == Modifier.Idf));
}
