using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>
/// One connection to a server, shared by all that use it: every call has a deadline, is tried again where that is safe, and
/// fails with words. The server's version is asked before the first call: what an older one does not know, it passes over
/// in silence.
/// </summary>
public sealed class QdrantConnection : IDisposable
{
    private readonly QdrantOptions _options;
    private readonly ILogger _logger;
    private readonly GrpcChannel _channel;
    private readonly QdrantGrpcClient _client;
    private readonly QdrantRetry _retry;
    private QdrantVersion? _version;

    private QdrantConnection(QdrantOptions options, TimeProvider time, ILogger logger, int seed)
    {
        _options = options;
        _logger = logger;
        _channel = QdrantChannel.Open(options);
        _client = QdrantChannel.Client(_channel, options.ApiKey);
        _retry = new QdrantRetry(options.Attempts, time, seed);
    }

    /// <summary>Settings.</summary>
    public QdrantOptions Options => _options;

    /// <summary>Makes a connection; nothing is sent before the first call.</summary>
    /// <param name="options">Settings, validated.</param>
    /// <param name="time">Clock of the delays between attempts.</param>
    /// <param name="logger">Where a server that is newer than the tried ones is said.</param>
    /// <param name="seed">Spreads the delays; null: drawn, so that many clients do not come back all at once.</param>
    /// <exception cref="KnowledgeIndexException">The key would travel in clear text to another machine.</exception>
    public static QdrantConnection Open(QdrantOptions options, TimeProvider time, ILogger logger, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new QdrantConnection(options, time, logger, seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
    }

    /// <summary>The server's version.</summary>
    /// <exception cref="KnowledgeIndexException">No server answers, or its version is not supported.</exception>
    public async Task<QdrantVersion> GetVersionAsync(CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _version) is { } known)
        {
            return known;
        }

        HealthCheckReply reply = await SendAsync(
            (client, call) => client.Qdrant.HealthCheckAsync(new HealthCheckRequest(), call), limit: null, cancellationToken).ConfigureAwait(false);
        QdrantVersion version = QdrantVersion.TryParse(reply.Version)
            ?? throw new KnowledgeIndexException($"The server at '{_options.Address}' calls itself '{reply.Title}' version '{reply.Version}', which is no version of Qdrant. Set Index:Qdrant:Address.");
        if (version.IsTooOld)
        {
            throw QdrantErrors.TooOld(version, _options.Address);
        }

        if (version.IsUntried && Interlocked.CompareExchange(ref _version, version, null) is null)
        {
            Log.QdrantUntried(_logger, version.Text, QdrantVersion.Newest.Text);
        }

        Volatile.Write(ref _version, version);
        return version;
    }

    /// <summary>Makes a call of the official client: a read, or a write that may be done twice.</summary>
    /// <param name="call">The call, with the options that it must be given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="KnowledgeIndexException">It failed; the message says why and what to do.</exception>
    public Task<T> CallAsync<T>(Func<QdrantGrpcClient, CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken = default) =>
        CallAsync(call, limit: null, cancellationToken);

    /// <summary>Makes a call that must have ended within a limit that is asked for before each attempt.</summary>
    /// <param name="call">The call, with the options that it must be given.</param>
    /// <param name="limit">Time left; may throw where none is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="KnowledgeIndexException">It failed; the message says why and what to do.</exception>
    internal async Task<T> CallAsync<T>(
        Func<QdrantGrpcClient, CallOptions, AsyncUnaryCall<T>> call, Func<TimeSpan>? limit, CancellationToken cancellationToken)
    {
        await GetVersionAsync(cancellationToken).ConfigureAwait(false);
        return await SendAsync(call, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _channel.Dispose();
    }

    private async Task<T> SendAsync<T>(
        Func<QdrantGrpcClient, CallOptions, AsyncUnaryCall<T>> call, Func<TimeSpan>? limit, CancellationToken cancellationToken)
    {
        try
        {
            return await _retry.RunAsync(
                async () =>
                {
                    using AsyncUnaryCall<T> sent = call(_client, CallOptionsFor(limit, cancellationToken));
                    return await sent.ResponseAsync.ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException failure) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call to Qdrant was cancelled.", failure, cancellationToken);
        }
        catch (RpcException failure)
        {
            throw QdrantErrors.Describe(failure, _options.Address, _options.Collection);
        }
    }

    private CallOptions CallOptionsFor(Func<TimeSpan>? limit, CancellationToken cancellationToken)
    {
        TimeSpan left = limit is null ? _options.CallTimeout : TimeSpan.FromTicks(Math.Min(limit().Ticks, _options.CallTimeout.Ticks));
        // gRPC holds a deadline against the machine's clock, whatever clock the rest of the program goes by.
        return new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + left, cancellationToken: cancellationToken);
    }
}
