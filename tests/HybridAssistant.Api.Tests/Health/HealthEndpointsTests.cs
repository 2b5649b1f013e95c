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
