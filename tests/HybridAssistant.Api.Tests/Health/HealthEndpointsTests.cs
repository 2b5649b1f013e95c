using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace HybridAssistant.Api.Tests.Health;

public sealed class HealthEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_ready_when_the_index_opens()
    {
        await using var host = await ApiHost.StartAsync();

        string ready = await host.Client.GetStringAsync("/healthz/ready", Cancellation);

        Assert.StartsWith("{\"status\":\"ready\",\"checks\":{\"index\":\"healthy: version ", ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_ready_tells_the_log_why_and_not_whoever_asks()
    {
        await using var host = await ApiHost.StartAsync(TimeProvider.System, services => services.AddSingleton(BrokenIndex.Create()));

        using HttpResponseMessage ready = await host.Client.GetAsync("/healthz/ready", Cancellation);
        using HttpResponseMessage asked = await host.Client.GetAsync("/v1/documents", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, asked.StatusCode);
        Assert.DoesNotContain("/srv", await ready.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("/srv", await asked.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains($"Not ready: {BrokenIndex.Fault}", host.Log, StringComparison.Ordinal);
        Assert.Contains($"GET /v1/documents failed: {BrokenIndex.Fault}", host.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/scalar/v1")]
    public async Task Serves_without_a_question(string path)
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.Client.GetAsync(path, Cancellation);

        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
    }
}
