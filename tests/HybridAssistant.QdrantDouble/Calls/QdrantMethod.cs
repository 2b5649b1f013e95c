using Google.Protobuf;
using Grpc.Core;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>A method of the server: what the wire calls it and what answers it.</summary>
/// <param name="Name">Service and method, such as <c>Points/Upsert</c>.</param>
/// <param name="Access">What a key must allow.</param>
/// <param name="Definition">The method as gRPC knows it.</param>
/// <param name="Answer">Answers a request whose newer fields are gone; throws <see cref="RpcException"/> as a server refuses.</param>
internal sealed record QdrantMethod(string Name, MethodAccess Access, Method<IMessage, IMessage> Definition, Func<IMessage, IMessage> Answer);
