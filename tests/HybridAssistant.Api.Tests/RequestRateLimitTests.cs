using System.Net;

namespace HybridAssistant.Api.Tests;

public sealed class RequestRateLimitTests
{
    private const string Key = "a-key-of-some-length";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Limits_requests_only_when_told_to()
    {
        await using var host = await ApiHost.StartAsync(("Api:RequestsPerMinute", "1"));

        using HttpResponseMessage first = await host.Client.GetAsync("/v1/documents", Cancellation);
        using HttpResponseMessage second = await host.Client.GetAsync("/v1/documents", Cancellation);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            $"Try again in {second.Headers.RetryAfter} seconds.", await second.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_the_requests_of_each_key_for_itself()
    {
        await using var host = await ApiHost.StartAsync(
            ("Api:Keys:0", Key), ("Api:Keys:1", "another-key-of-some-length"), ("Api:RequestsPerMinute", "1"));

        using HttpResponseMessage first = await host.SendAsync(HttpMethod.Get, "/v1/documents", bearer: Key);
        using HttpResponseMessage other = await host.SendAsync(HttpMethod.Get, "/v1/documents", bearer: "another-key-of-some-length");
        using HttpResponseMessage again = await host.SendAsync(HttpMethod.Get, "/v1/documents", bearer: Key);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
    }
}
