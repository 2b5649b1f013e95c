using Google.Protobuf;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>
/// Sees a call before the server does. Throwing <c>RpcException</c> before <paramref name="proceed"/> refuses it, after it loses
/// the answer of a call that was carried out.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="proceed">Lets the server answer.</param>
/// <param name="cancellationToken">Cancelled when the client gives up or its deadline passes.</param>
/// <returns>The answer to send.</returns>
public delegate Task<IMessage> CallInterceptor(RecordedCall call, Func<Task<IMessage>> proceed, CancellationToken cancellationToken);
