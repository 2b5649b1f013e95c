using System.Net;
using System.Text.Json;
using HybridAssistant.Api.Tests.Observability;
using OpenTelemetry.Trace;

namespace HybridAssistant.Api.Tests.Security.Tokens;

/// <summary>A token in an address, which logs, spans and histories keep.</summary>
public sealed class TokenInAddressTests
{
    private const string Key = "a-key-of-some-length";
    private const string Desk = "https://desk.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/documents/a.pdf/file?token={0}", HttpStatusCode.NotFound)]
    [InlineData("/v1/documents/a.pdf/file?page=2&token={0}&zoom=1", HttpStatusCode.NotFound)]
    [InlineData("/v1/documents/a.pdf/file?%74oken={0}", HttpStatusCode.NotFound)]
    [InlineData("/v1/documents?token={0}", HttpStatusCode.Unauthorized)]
    [InlineData("/?token={0}", HttpStatusCode.OK)]
    public async Task Is_in_no_log_and_in_no_span_however_much_they_are_told_to_keep(string path, HttpStatusCode expected)
    {
        using var spans = new RecordedSpans();
        await using var host = await ApiHost.StartAsync(
            TimeProvider.System,
            services => services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(spans)),
            ("Api:Keys:0", Key),
            ("Api:Origins:0", Desk),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
            // What OpenTelemetry does against it can be switched off.
            ("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true"));
        string token = await TokenAsync(host);
        string address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, token);

        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Get, address, origin: Desk);
        await host.StopAsync();

        Assert.Equal(expected, response.StatusCode);
        Assert.Contains($"GET {host.Client.BaseAddress}{path[1..].Split('?')[0]}", host.Log, StringComparison.Ordinal);
        Assert.Contains("url.path=" + path.Split('?')[0], spans.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(token, spans.Text, StringComparison.Ordinal);
        if (path.Contains("zoom", StringComparison.Ordinal))
        {
            Assert.Contains("?page=2&zoom=1", host.Log, StringComparison.Ordinal);
            Assert.Contains("url.query=?page=2&zoom=1", spans.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_was_opened_by_one_is_kept_by_no_shared_cache_and_tells_no_other_page_its_address()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Api:Origins:0", Desk));
        string token = await TokenAsync(host);

        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Get, $"/v1/documents/a.pdf/file?token={token}", origin: Desk);

        Assert.True(response.Headers.CacheControl?.Private);
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task Is_of_its_request_alone_also_where_a_connection_carries_several()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Api:Origins:0", Desk));
        string token = await TokenAsync(host);

        using HttpResponseMessage with = await host.SendAsync(HttpMethod.Get, $"/v1/documents/a.pdf/file?token={token}", origin: Desk);
        using HttpResponseMessage without = await host.SendAsync(HttpMethod.Get, "/v1/documents/a.pdf/file", origin: Desk);
        using HttpResponseMessage other = await host.SendAsync(HttpMethod.Get, "/v1/documents/a.pdf/file?page=2", origin: Desk);

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized], new[] { with, without, other }.Select(r => r.StatusCode));
    }

    private static async Task<string> TokenAsync(ApiHost host)
    {
        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Post, "/v1/tokens", $$"""{"origin":"{{Desk}}"}""", Key);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("token").GetString()!;
    }
}
