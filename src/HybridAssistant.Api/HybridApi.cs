using HybridAssistant.Api.Chat;
using HybridAssistant.Api.Documents;
using HybridAssistant.Api.Feedback;
using HybridAssistant.Api.Health;
using HybridAssistant.Api.Mcp;
using HybridAssistant.Api.Observability;
using HybridAssistant.Api.OpenAi;
using HybridAssistant.Api.Pages;
using HybridAssistant.Api.Security;
using HybridAssistant.Api.Security.Keys;
using HybridAssistant.Api.Security.Tokens;
using HybridAssistant.Api.Voices;
using HybridAssistant.Contract;
using HybridAssistant.Serving;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Scalar.AspNetCore;

namespace HybridAssistant.Api;

/// <summary>The HTTP service: what a host registers and maps.</summary>
public static class HybridApi
{
    private static readonly TimeSpan ShutdownMargin = TimeSpan.FromSeconds(2);

    /// <summary>Registers the service's options, limits, health checks and OpenAPI document.</summary>
    public static IServiceCollection AddHybridApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApiOptions>().Bind(configuration.GetSection(ApiOptions.Section))
            .Configure(options => options.Keys = ApiKeyReader.Read(configuration))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>();

        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(1, ContractJson.Default);
        });
        services.AddSecurity();
        foreach (string? key in ServedModels.AnswererKeys)
        {
            services.DecorateAnswerer(key);
        }

        services.AddObservability(configuration);

        // A stream that has begun is finished; what takes longer than any request may is cut.
        services.AddOptions<HostOptions>().Configure<IOptions<ApiOptions>>((host, api) =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(api.Value.TimeoutSeconds) + ShutdownMargin);
        services.AddSingleton<ModelDirectory>();
        services.AddSingleton<IProblemDetailsWriter, OpenAiErrorWriter>();
        services.AddMcpFace();
        services.AddSingleton<PageAssets>();
        services.AddSingleton<UploadReader>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = BareStatus.Explain);
        services.AddExceptionHandler<FaultHandler>();
        services.AddHealthChecks().AddCheck<IndexHealthCheck>("index").AddCheck<EmbedderHealthCheck>("embedder");
        services.AddOpenApi("v1", openApi => openApi
            .AddDocumentTransformer<ApiDescription>()
            .AddDocumentTransformer<AccessDescription>()
            .AddOperationTransformer<AccessDescription>());
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ApiOptions>>((timeouts, api) =>
            timeouts.DefaultPolicy = Timeout(TimeSpan.FromSeconds(api.Value.TimeoutSeconds)));
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ApiOptions>>((timeouts, api) =>
            timeouts.AddPolicy(DocumentEndpoints.UploadTimeout, Timeout(10 * TimeSpan.FromSeconds(api.Value.TimeoutSeconds))));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ApiOptions>>((kestrel, api) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = api.Value.MaxUploadBytes;
        });
        services.AddOptions<FormOptions>().Configure<IOptions<ApiOptions>>((form, api) =>
            form.MultipartBodyLengthLimit = api.Value.MaxUploadBytes);
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>()
            .Configure<IOptions<ApiOptions>>((limiter, api) => RequestRateLimit.Configure(limiter, api.Value));
        return services;
    }

    /// <summary>Maps the endpoints: the page, chat, OpenAI's form of it, documents, health, MCP, and the OpenAPI document with its page at /scalar.</summary>
    public static WebApplication MapHybridApi(this WebApplication app)
    {
        // First, so that a page of another origin can read why it was refused.
        app.UseCors();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRequestTimeouts();
        app.UseMiddleware<AccessMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<RefusalMiddleware>();

        app.MapPages();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi();
        app.MapScalarApiReference();
        RouteGroupBuilder v1 = app.MapGroup("/v1");
        v1.MapChat();
        v1.MapFeedback();
        v1.MapTokens();
        v1.MapOpenAiFace();
        v1.MapDocuments();
        v1.MapDocumentViews();
        v1.MapVoices();
        v1.MapAccess();
        app.MapMcpFace();
        return app;
    }

    private static RequestTimeoutPolicy Timeout(TimeSpan limit) => new()
    {
        Timeout = limit,
        TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
    };
}
