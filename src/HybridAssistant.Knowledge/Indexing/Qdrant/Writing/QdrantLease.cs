using System.Globalization;
using System.Security.Cryptography;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Qdrant.Reading;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>
/// A writer's turn: a point that one writer at a time holds, for some seconds, and renews while it writes. A writer that
/// crashed keeps the others waiting no longer than that.
/// </summary>
internal sealed class QdrantLease : IAsyncDisposable
{
    // The clocks of two machines differ: a holder stops before the others take the lease for run out.
    private const int SkewShare = 5;
    private const int RenewalsOfLease = 3;

    // Leases that another writer is waited for: many short turns pass in it; a turn of hours (a rebuild) is not sat out.
    private const int PatienceInLeases = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly QdrantReader _reader;
    private readonly TimeProvider _time;
    private readonly TimeSpan _length;
    private readonly CancellationTokenSource _end = new();
    private long _endsAt;
    private Task _renewing = Task.CompletedTask;

    private QdrantLease(QdrantReader reader, TimeProvider time, string holder)
    {
        _reader = reader;
        _time = time;
        _length = TimeSpan.FromSeconds(reader.Connection.Options.LeaseSeconds);
        Holder = holder;
    }

    /// <summary>Whose turn it is: no two turns have the same.</summary>
    public string Holder { get; }

    /// <summary>Waits for a turn.</summary>
    /// <exception cref="KnowledgeIndexException">Others wrote for too long, or the server cannot be reached.</exception>
    public static async Task<QdrantLease> TakeAsync(QdrantConnection connection, string collection, TimeProvider time, CancellationToken cancellationToken)
    {
        string holder = $"{Environment.MachineName}/{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var lease = new QdrantLease(new QdrantReader(connection, collection), time, holder);
        try
        {
            await lease.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            lease._end.Dispose();
            throw;
        }

        lease._renewing = lease.RenewUntilEndAsync();
        return lease;
    }

    /// <summary>Who holds the lease of a collection; null: nobody, or one whose time has run out.</summary>
    public static async Task<string?> HolderAsync(QdrantReader reader, TimeProvider time, CancellationToken cancellationToken)
    {
        RetrievedPoint? point = await reader.FindAsync(PointIds.Lease, limit: null, cancellationToken).ConfigureAwait(false);
        return point is not null && point.Payload.Integer(Field.Expires) > time.GetUtcNow().ToUnixTimeMilliseconds()
            && point.Payload.TextOrNull(Field.Holder) is { Length: > 0 } holder
                ? holder
                : null;
    }

    /// <summary>How long the turn still lasts.</summary>
    /// <exception cref="KnowledgeIndexException">It is over: another writer may be at work.</exception>
    public TimeSpan Left()
    {
        TimeSpan left = TimeSpan.FromMilliseconds(Volatile.Read(ref _endsAt) - _time.GetUtcNow().ToUnixTimeMilliseconds());
        return left > TimeSpan.Zero ? left : throw new KnowledgeIndexException(
            $"The turn to write to '{_reader.Collection}' ran out before the writing was done; readers see nothing of it. "
            + "Try again; where the server is slow, raise Index:Qdrant:LeaseSeconds.");
    }

    /// <summary>Gives the turn back. Where that fails it runs out by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        _end.Dispose();
        try
        {
            await WriteAsync("", 0, Mine(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (KnowledgeIndexException)
        {
            // The writing itself is done or has failed for a better reason.
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset giveUpAt = _time.GetUtcNow() + (PatienceInLeases * _length);
        for (TimeSpan pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks)))
        {
            string? other = await HolderAsync(_reader, _time, cancellationToken).ConfigureAwait(false);
            if (other is null || other == Holder)
            {
                long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
                // Its own holder too: the answer to an attempt that succeeded may have been lost, or read from a replica that lagged.
                Filter free = PointConditions.AnyOf(PointConditions.Between(Field.Expires, null, now), Conditions.MatchKeyword(Field.Holder, Holder));
                if (await TryTakeAsync(now, free, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
            }
            else if (_time.GetUtcNow() > giveUpAt)
            {
                throw new KnowledgeIndexException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The index '{_reader.Collection}' has been written by others for longer than {(PatienceInLeases * _length).TotalSeconds} s (now by '{other}'). Try again when they have finished."));
            }

            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RenewUntilEndAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(_length / RenewalsOfLease, _time, _end.Token).ConfigureAwait(false);
                await TryTakeAsync(_time.GetUtcNow().ToUnixTimeMilliseconds(), Mine(), _end.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (KnowledgeIndexException)
            {
                // The next one may get through; else the time left says so to whoever writes.
            }
        }
    }

    private async Task<bool> TryTakeAsync(long now, Filter condition, CancellationToken cancellationToken)
    {
        long expires = now + (long)_length.TotalMilliseconds;
        await WriteAsync(Holder, expires, condition, cancellationToken).ConfigureAwait(false);
        RetrievedPoint? point = await _reader.FindAsync(PointIds.Lease, limit: null, cancellationToken).ConfigureAwait(false);
        if (point?.Payload.TextOrNull(Field.Holder) != Holder)
        {
            return false;
        }

        Volatile.Write(ref _endsAt, expires - ((long)_length.TotalMilliseconds / SkewShare));
        return true;
    }

    private Filter Mine() => PointConditions.AllOf(Conditions.MatchKeyword(Field.Holder, Holder));

    private Task WriteAsync(string holder, long expires, Filter condition, CancellationToken cancellationToken)
    {
        PointStruct point = PointMaker.WithoutVectors(PointIds.Lease);
        point.Payload.Set(Field.Kind, PointKind.Lease);
        point.Payload.Set(Field.Holder, holder);
        point.Payload.Set(Field.Expires, expires);
        UpsertPoints request = PointWriter.Conditional(_reader.Collection, point, condition);
        return _reader.Connection.CallAsync((client, call) => client.Points.UpsertAsync(request, call), cancellationToken);
    }
}
