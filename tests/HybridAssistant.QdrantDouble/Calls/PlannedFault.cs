using Google.Protobuf;
using Grpc.Core;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>Counts the calls of a fault and hits those that it is planned for.</summary>
internal sealed class PlannedFault(QdrantFault fault, TimeProvider time)
{
    private int _seen;

    public async Task<IMessage> InterceptAsync(RecordedCall call, Func<Task<IMessage>> proceed, CancellationToken cancellationToken)
    {
        if (!Hits(call))
        {
            return await proceed();
        }

        if (fault.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fault.Delay, time, cancellationToken);
        }

        if (fault.Status is null || fault.AfterApplying)
        {
            var answer = await proceed();
            if (fault.Status is null)
            {
                return answer;
            }
        }

        throw new RpcException(new Status(fault.Status.Value, fault.Detail), fault.Trailers);
    }

    private bool Hits(RecordedCall call)
    {
        if ((fault.Method is not null && fault.Method != call.Method) || fault.When?.Invoke(call) == false)
        {
            return false;
        }

        var number = Interlocked.Increment(ref _seen);
        return number > fault.After && number - fault.After <= fault.Times;
    }
}
