using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace HybridAssistant.QdrantDouble.Hosting;

/// <summary>
/// The standard liveness call. Its two messages are so small that they are written here: the request's service name is not
/// looked at, the answer is field 1 with SERVING = 1, as a real server answers whenever it listens.
/// </summary>
internal static class HealthMethod
{
    private static readonly byte[] Serving = [0x08, 0x01];

    public static Method<IMessage, IMessage> Definition { get; } = new(
        MethodType.Unary,
        "grpc.health.v1.Health",
        "Check",
        Marshallers.Create<IMessage>(_ => [], _ => new Empty()),
        Marshallers.Create<IMessage>(_ => Serving, _ => new Empty()));
}
