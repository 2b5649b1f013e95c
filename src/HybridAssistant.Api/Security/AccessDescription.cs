using HybridAssistant.Api.OpenAi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HybridAssistant.Api.Security;

/// <summary>Says in the OpenAPI document which key or token each endpoint takes, and how it refuses one, from the rule it is guarded by.</summary>
internal sealed class AccessDescription : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Bearer = "bearer";
    private const string Header = "apiKey";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key, or a browser's token from /v1/tokens.",
            },
            [Header] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-Api-Key",
                Description = "An API key.",
            },
        };
        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        AccessRule rule = AccessRule.For(context.Description.ActionDescriptor.EndpointMetadata, context.Description.HttpMethod ?? HttpMethods.Get);
        string right = $"Needs the right '{rule.Role.ToString().ToLowerInvariant()}'{(rule.OpenToTokens ? ", or a browser's token" : "")}.";
        operation.Description = string.IsNullOrEmpty(operation.Description) ? right : $"{operation.Description} {right}";
        operation.Security = [Requirement(Bearer, context.Document), Requirement(Header, context.Document)];
        string form = OpenAiPaths.Contain($"/{context.Description.RelativePath}") ? "application/json" : "application/problem+json";
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", Refusal("No key or token, a wrong one, or a token that has expired.", form));
        operation.Responses.TryAdd("403", Refusal("The key or token lacks the right, or the token is for another origin.", form));
        operation.Responses.TryAdd("429", Refusal("More requests a minute than the key or token may send; Retry-After says when to go on.", form));
        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiDocument? document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static OpenApiResponse Refusal(string description, string form) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [form] = new() },
    };
}
