using Grpc.AspNetCore.Server.Model;
using HybridAssistant.QdrantDouble.Calls;

namespace HybridAssistant.QdrantDouble.Hosting;

/// <summary>Gives the host every method of the table; what the table lacks is answered with UNIMPLEMENTED by the host.</summary>
internal sealed class DescribedMethodProvider(MethodTable methods, CallPipeline pipeline) : IServiceMethodProvider<QdrantService>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<QdrantService> context)
    {
        foreach (var method in methods.Methods)
        {
            context.AddUnaryMethod(method.Definition, [], (_, request, call) => pipeline.InvokeAsync(method, request, call));
        }
    }
}
