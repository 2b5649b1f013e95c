using System.Net;
using System.Net.Http.Headers;

namespace HybridAssistant.Api.Tests.Security;

public sealed class ApiKeyMiddlewareTests
{
    private const string Key = "a-key-of-some-length";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_keys_reading_is_open_and_writing_refused_with_the_setting_named()
    {
        await using var host = await ApiHost.StartAsync();

        using HttpResponseMessage read = await host.Client.GetAsync("/v1/documents", Cancellation);
        using HttpResponseMessage write = await host.Client.DeleteAsync("/v1/documents/kx.pdf", Cancellation);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, write.StatusCode);
        Assert.Contains("Api:Keys", await write.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_key_everything_under_v1_needs_it()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key));

        using HttpResponseMessage without = await host.Client.GetAsync("/v1/documents", Cancellation);
        using HttpResponseMessage chat = await host.PostChatAsync("""{"message":"?"}""");
        using HttpResponseMessage health = await host.Client.GetAsync("/healthz/live", Cancellation);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using HttpResponseMessage with = await host.Client.GetAsync("/v1/documents", Cancellation);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another-key-of-some-length");
        using HttpResponseMessage wrong = await host.Client.GetAsync("/v1/documents", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal("application/problem+json", without.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Unauthorized, chat.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

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
    }
}
