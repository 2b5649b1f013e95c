using System.Globalization;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HybridAssistant.Api.Health;

/// <summary>Ready when the index opens and can be read. Anybody may ask: why it is not is for the log, with its paths.</summary>
internal sealed class IndexHealthCheck(IKnowledgeIndex index, ILogger<IndexHealthCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(cancellationToken);
            return HealthCheckResult.Healthy(string.Create(
                CultureInfo.InvariantCulture, $"version {snapshot.Version}, {snapshot.Documents.Count} documents"));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotReady(logger, e.Message);
            return HealthCheckResult.Unhealthy("the index cannot be read; the service's log says why");
        }
    }
}
