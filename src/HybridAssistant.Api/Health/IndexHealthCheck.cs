using System.Globalization;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HybridAssistant.Api.Health;

/// <summary>Ready when the index opens and can be read.</summary>
internal sealed class IndexHealthCheck(IKnowledgeIndex index) : IHealthCheck
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
        catch (KnowledgeIndexException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
