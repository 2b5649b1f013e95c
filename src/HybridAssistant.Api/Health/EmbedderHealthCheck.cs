using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HybridAssistant.Api.Health;

/// <summary>Ready when the configured model is loaded; without one retrieval is lexical, which is no fault.</summary>
internal sealed class EmbedderHealthCheck(IServiceProvider services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        IEmbeddingGenerator<string, Embedding<float>>? embedder = services.GetService<IEmbeddingGenerator<string, Embedding<float>>>();
        return Task.FromResult(HealthCheckResult.Healthy(embedder?.GetFingerprint() ?? "none configured"));
    }
}
