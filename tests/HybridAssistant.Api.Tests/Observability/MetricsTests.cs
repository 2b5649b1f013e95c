using System.Net;

namespace HybridAssistant.Api.Tests.Observability;

public sealed class MetricsTests
{
    private const string Key = "a-key-of-some-length";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_are_none_until_they_are_switched_on()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage response = await host.Client.GetAsync("/metrics", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Prometheus_reads_them_with_a_readers_key()
    {
        await using var host = await ApiHost.StartAsync(("Telemetry:Prometheus", "true"), ("Api:Keys:0", Key), ("Api:Keys:0:Role", "read"));
        using HttpResponseMessage asked = await host.SendAsync(HttpMethod.Get, "/v1/documents", bearer: Key);

        using HttpResponseMessage without = await host.Client.GetAsync("/metrics", Cancellation);
        using HttpResponseMessage with = await host.SendAsync(HttpMethod.Get, "/metrics", bearer: Key);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Contains("http_server_request_duration_seconds", await with.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
