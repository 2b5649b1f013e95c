using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using HybridAssistant.QdrantDouble.Hosting;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Calls;

/// <summary>The methods that the double answers, defined by the client package's own descriptors.</summary>
internal sealed class MethodTable
{
    private static readonly Dictionary<string, MethodDescriptor> Described =
        new[] { QdrantReflection.Descriptor, CollectionsServiceReflection.Descriptor, PointsServiceReflection.Descriptor, SnapshotsServiceReflection.Descriptor }
            .SelectMany(file => file.Services)
            .SelectMany(service => service.Methods)
            .ToDictionary(method => method.Service.Name + "/" + method.Name, StringComparer.Ordinal);

    private readonly List<QdrantMethod> _methods = [new QdrantMethod("Health/Check", MethodAccess.Open, HealthMethod.Definition, request => request)];

    public IReadOnlyList<QdrantMethod> Methods => _methods;

    /// <summary>Adds a method by its service and name; one that the package does not describe is a fault of the caller.</summary>
    public MethodTable Add<TRequest>(string name, MethodAccess access, Func<TRequest, IMessage> answer)
        where TRequest : IMessage
    {
        var method = Described[name];
        var definition = new Method<IMessage, IMessage>(
            MethodType.Unary, method.Service.FullName, method.Name, MessageMarshaller.For(method.InputType), MessageMarshaller.For(method.OutputType));
        _methods.Add(new QdrantMethod(name, access, definition, request => answer((TRequest)request)));
        return this;
    }
}
