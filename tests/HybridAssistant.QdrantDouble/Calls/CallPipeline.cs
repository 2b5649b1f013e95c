using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using HybridAssistant.QdrantDouble.Versions;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>What happens to every call: it is recorded, its key checked, faults take their turn, newer fields go, the method answers.</summary>
internal sealed class CallPipeline(QdrantDoubleOptions options, NewerFields newerFields)
{
    private readonly KeyCheck _keys = new(options.ApiKey, options.ReadOnlyApiKey);
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private volatile CallInterceptor[] _interceptors = [];

    public IReadOnlyList<RecordedCall> Calls => [.. _calls];

    public void ForgetCalls() => _calls.Clear();

    public void Add(CallInterceptor interceptor) => _interceptors = [.. _interceptors, interceptor];

    public void RemoveInterceptors() => _interceptors = [];

    public async Task<IMessage> InvokeAsync(QdrantMethod method, IMessage request, ServerCallContext context)
    {
        var call = new RecordedCall(method.Name, request, context.RequestHeaders, context.Deadline);
        if (options.RecordCalls)
        {
            _calls.Enqueue(call);
        }

        try
        {
            _keys.Demand(method.Access, context.RequestHeaders);
            var answer = await RunAsync(method, call, _interceptors, 0, context.CancellationToken);
            call.Status = StatusCode.OK;
            return answer;
        }
        catch (RpcException refusal)
        {
            call.Status = refusal.StatusCode;
            throw;
        }
        catch (OperationCanceledException)
        {
            call.Status = StatusCode.Cancelled;
            throw;
        }
    }

    private Task<IMessage> RunAsync(QdrantMethod method, RecordedCall call, CallInterceptor[] interceptors, int next, CancellationToken cancellationToken) =>
        next < interceptors.Length
            ? interceptors[next](call, () => RunAsync(method, call, interceptors, next + 1, cancellationToken), cancellationToken)
            : Task.FromResult(method.Answer(newerFields.Without(call.Request)));
}
