using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HybridAssistant.Api;

/// <summary>Says in the OpenAPI document what the service is.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "HybridAssistant";
        document.Info.Version = "v1";
        document.Info.Description =
            "Answers questions about industrial equipment from the maker's own spec sheets: the value as printed, with its "
            + "citation, or honestly that no sheet states it.";
        return Task.CompletedTask;
    }
}
