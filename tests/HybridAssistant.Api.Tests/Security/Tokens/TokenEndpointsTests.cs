using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace HybridAssistant.Api.Tests.Security.Tokens;

public sealed class TokenEndpointsTests
{
    private const string Key = "a-key-of-some-length";
    private const string Desk = "https://desk.example";
    private const string Question = """{"message":"Weight?"}""";

    private static readonly (string, string)[] Settings =
    [
        ("Api:Keys:0", Key), ("Api:Keys:0:Role", "read"), ("Api:Origins:0", Desk), ("Api:Origins:1", "http://127.0.0.1:5000"),
    ];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_out_a_token_that_asks_and_reads_from_its_origin()
    {
        await using var host = await ApiHost.StartAsync(_time, Settings);

        JsonElement issued = await IssueAsync(host, $$"""{"origin":"{{Desk}}","expiresInSeconds":60}""");

        string token = issued.GetProperty("token").GetString()!;
        Assert.Equal(Desk, issued.GetProperty("origin").GetString());
        Assert.Equal(
            _time.GetUtcNow().AddSeconds(60), DateTimeOffset.Parse(issued.GetProperty("expiresAt").GetString()!, CultureInfo.InvariantCulture));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Post, "/v1/chat", Question, token, Desk));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Get, "/v1/documents", null, token, Desk));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, HttpMethod.Get, "/v1/documents", null, token, origin: null, "same-origin"));
    }

    [Theory]
    [InlineData("POST", "/v1/documents?name=a.pdf", null)]
    [InlineData("DELETE", "/v1/documents/a.pdf", null)]
    [InlineData("POST", "/v1/tokens", Question)]
    public async Task A_token_does_nothing_else(string method, string path, string? body)
    {
        await using var host = await ApiHost.StartAsync(_time, Settings);
        string token = await TokenAsync(host);

        using HttpResponseMessage response = await host.SendAsync(new HttpMethod(method), path, body, token, Desk);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("A token may ask, read documents and send feedback, no more.", await DetailAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://other.example", null, "this request comes from 'https://other.example'")]
    [InlineData("http://127.0.0.1:5000", null, "this request comes from 'http://127.0.0.1:5000'")]
    [InlineData("null", null, "this request comes from 'null'")]
    [InlineData(null, null, "does not say which page it comes from")]
    [InlineData(null, "cross-site", "does not say which page it comes from")]
    public async Task A_token_is_refused_from_another_origin(string? origin, string? site, string detail)
    {
        await using var host = await ApiHost.StartAsync(_time, Settings);
        string token = await TokenAsync(host);

        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Get, "/v1/documents", null, token, origin, site);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(detail, await DetailAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_token_says_so_to_the_page_too()
    {
        await using var host = await ApiHost.StartAsync(_time, Settings);
        string token = await TokenAsync(host);

        _time.Advance(TimeSpan.FromSeconds(900));
        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Post, "/v1/chat", Question, token, Desk);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("The token expired at 2026-03-01T12:15:00Z.", await DetailAsync(response), StringComparison.Ordinal);
        Assert.Equal([Desk], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_changed_token_is_none()
    {
        await using var host = await ApiHost.StartAsync(_time, Settings);
        string token = await TokenAsync(host);
        string[] forged = [token[..^2] + (token[^2] == 'A' ? "BB" : "AA"), token.Replace("hat1.", "hat1.AA", StringComparison.Ordinal), "hat1.", "hat1.a.b.c", "hat1..", "hat1.*.*"];

        HttpStatusCode[] statuses = await Task.WhenAll(forged.Select(text => StatusAsync(host, HttpMethod.Get, "/v1/documents", null, text, Desk)));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Unauthorized, status));
    }

    [Fact]
    public async Task Replicas_with_one_signing_key_take_each_others_tokens_also_while_it_is_changed()
    {
        const string Old = "b2xkIG9sZCBvbGQgb2xkIG9sZCBvbGQgb2xkIG9sZCE=";
        const string New = "bmV3IG5ldyBuZXcgbmV3IG5ldyBuZXcgbmV3IG5ldyE=";
        await using var issuing = await ApiHost.StartAsync(_time, [.. Settings, ("Api:SigningKey", Old)]);
        await using var changed = await ApiHost.StartAsync(_time, [.. Settings, ("Api:SigningKey", New), ("Api:PreviousSigningKey", Old)]);
        await using var stranger = await ApiHost.StartAsync(_time, [.. Settings, ("Api:SigningKey", New)]);
        string token = await TokenAsync(issuing);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(changed, HttpMethod.Get, "/v1/documents", null, token, Desk));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stranger, HttpMethod.Get, "/v1/documents", null, token, Desk));
    }

    [Theory]
    [InlineData(-5, 904, HttpStatusCode.OK)]
    [InlineData(-5, 905, HttpStatusCode.Unauthorized)]
    [InlineData(5, 0, HttpStatusCode.OK)]
    [InlineData(5, 894, HttpStatusCode.OK)]
    [InlineData(5, 895, HttpStatusCode.Unauthorized)]
    public async Task A_replica_whose_clock_differs_takes_a_token_at_once_and_ends_it_by_its_own_clock(int ahead, int elapsed, HttpStatusCode expected)
    {
        (string, string) signing = ("Api:SigningKey", "b2xkIG9sZCBvbGQgb2xkIG9sZCBvbGQgb2xkIG9sZCE=");
        var elsewhere = new FakeTimeProvider(_time.GetUtcNow().AddSeconds(ahead));
        await using var issuing = await ApiHost.StartAsync(_time, [.. Settings, signing]);
        await using var other = await ApiHost.StartAsync(elsewhere, [.. Settings, signing]);
        string token = await TokenAsync(issuing);

        elsewhere.Advance(TimeSpan.FromSeconds(elapsed));

        Assert.Equal(expected, await StatusAsync(other, HttpMethod.Get, "/v1/documents", null, token, Desk));
    }

    [Fact]
    public async Task A_token_ends_with_the_key_that_gave_it_out()
    {
        const string Signing = "b2xkIG9sZCBvbGQgb2xkIG9sZCBvbGQgb2xkIG9sZCE=";
        await using var issuing = await ApiHost.StartAsync(_time, [.. Settings, ("Api:SigningKey", Signing)]);
        await using var later = await ApiHost.StartAsync(
            _time, ("Api:Keys:0", "the-key-after-this-one"), ("Api:Origins:0", Desk), ("Api:SigningKey", Signing));
        string token = await TokenAsync(issuing);

        using HttpResponseMessage response = await later.SendAsync(HttpMethod.Get, "/v1/documents", null, token, Desk);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("is no longer one of this service's", await DetailAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_documents_file_takes_the_token_in_its_address_and_never_a_key()
    {
        await using var host = await ApiHost.StartAsync(_time, Settings);
        string token = Uri.EscapeDataString(await TokenAsync(host));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, HttpMethod.Get, $"/v1/documents/a.pdf/file?token={token}", null, null, Desk));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, HttpMethod.Get, $"/v1/documents?token={token}", null, null, Desk));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, HttpMethod.Get, $"/v1/documents/a.pdf/file?token={Key}", null, null, Desk));
    }

    [Theory]
    [InlineData("""{"origin":"https://other.example"}""", HttpStatusCode.Forbidden, "Api:Origins")]
    [InlineData("""{"origin":"https://desk.example/page"}""", HttpStatusCode.BadRequest, "write 'https://desk.example'")]
    [InlineData("""{"origin":"https://desk.example","expiresInSeconds":0}""", HttpStatusCode.BadRequest, "between 1 and 86400")]
    [InlineData("""{"origin":"https://desk.example","expiresInSeconds":86401}""", HttpStatusCode.BadRequest, "between 1 and 86400")]
    [InlineData("""{"origin":"https://desk.example","role":"admin"}""", HttpStatusCode.BadRequest, "role: The field is unknown")]
    [InlineData("{}", HttpStatusCode.BadRequest, "a field is missing")]
    [InlineData("desk", HttpStatusCode.BadRequest, "no valid JSON")]
    public async Task Refuses_a_request_for_a_token_that_cannot_be_given(string body, HttpStatusCode expected, string detail)
    {
        await using var host = await ApiHost.StartAsync(_time, Settings);

        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Post, "/v1/tokens", body, Key);

        Assert.Equal(expected, response.StatusCode);
        Assert.Contains(detail, await DetailAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_pages_of_the_configured_origins_ask_and_no_others()
    {
        await using var host = await ApiHost.StartAsync(_time, Settings);

        using HttpResponseMessage allowed = await PreflightAsync(host, Desk, "POST");
        using HttpResponseMessage other = await PreflightAsync(host, "https://other.example", "POST");
        using HttpResponseMessage answer = await host.SendAsync(HttpMethod.Post, "/v1/chat", Question, await TokenAsync(host), Desk);

        Assert.Equal([Desk], allowed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Authorization", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.Contains("Range,If-Unmodified-Since", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("DELETE", allowed.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.False(allowed.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal([Desk], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Content-Range", answer.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_the_requests_of_each_token_for_itself_and_says_when_to_come_back()
    {
        await using var host = await ApiHost.StartAsync(_time, [.. Settings, ("Api:TokenRequestsPerMinute", "1")]);
        string token = await TokenAsync(host);
        string other = await TokenAsync(host);

        using HttpResponseMessage first = await host.SendAsync(HttpMethod.Get, "/v1/documents", null, token, Desk);
        using HttpResponseMessage elsewhere = await host.SendAsync(HttpMethod.Get, "/v1/documents", null, other, Desk);
        using HttpResponseMessage again = await host.SendAsync(HttpMethod.Get, "/v1/documents", null, token, Desk);
        using HttpResponseMessage key = await host.SendAsync(HttpMethod.Get, "/v1/documents", null, Key);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK],
            new[] { first, elsewhere, again, key }.Select(response => response.StatusCode));
        Assert.NotNull(again.Headers.RetryAfter);
        Assert.Equal([Desk], again.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    private static Task<HttpResponseMessage> PreflightAsync(ApiHost host, string origin, string method)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/v1/chat");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return host.SendAsync(request);
    }

    private static async Task<JsonElement> IssueAsync(ApiHost host, string body)
    {
        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Post, "/v1/tokens", body, Key);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }

    private static async Task<string> TokenAsync(ApiHost host) =>
        (await IssueAsync(host, $$"""{"origin":"{{Desk}}"}""")).GetProperty("token").GetString()!;

    private static async Task<HttpStatusCode> StatusAsync(
        ApiHost host, HttpMethod method, string path, string? body, string? bearer, string? origin, string? site = null)
    {
        using HttpResponseMessage response = await host.SendAsync(method, path, body, bearer, origin, site);
        return response.StatusCode;
    }

    private static async Task<string> DetailAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("detail").GetString()!;
}
