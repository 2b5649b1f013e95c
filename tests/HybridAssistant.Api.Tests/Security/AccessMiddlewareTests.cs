using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HybridAssistant.Api.Security.Keys;

namespace HybridAssistant.Api.Tests.Security;

public sealed class AccessMiddlewareTests
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

    [Theory]
    [InlineData("/v1/tokens", "text/plain", HttpStatusCode.UnsupportedMediaType, "Content-Type: application/json")]
    [InlineData("/v1/feedback", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, "Content-Type: application/json")]
    [InlineData("/v1/voices", "application/json", HttpStatusCode.MethodNotAllowed, "does not take POST")]
    [InlineData("/v1/chats", "application/json", HttpStatusCode.NotFound, "/openapi/v1.json")]
    public async Task A_reader_whose_request_fits_no_endpoint_learns_what_is_wrong_with_it(
        string path, string contentType, HttpStatusCode status, string detail)
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key), ("Api:Keys:0:Role", "read"));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", mediaType: new(contentType)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);

        using HttpResponseMessage refused = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, refused.StatusCode);
        Assert.Contains(detail, await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/chat", "\"detail\"")]
    [InlineData("/v1/chat/completions", "\"error\"")]
    public async Task Says_why_it_refuses_also_to_clients_that_accept_event_streams_alone(string path, string member)
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}") };
        request.Headers.Accept.ParseAdd("text/event-stream");

        using HttpResponseMessage refused = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains(member, await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read", "GET", "/v1/documents", HttpStatusCode.OK)]
    [InlineData("read", "POST", "/v1/documents?name=a.pdf", HttpStatusCode.Forbidden)]
    [InlineData("read", "DELETE", "/v1/documents/a.pdf", HttpStatusCode.Forbidden)]
    [InlineData("ingest", "GET", "/v1/documents", HttpStatusCode.OK)]
    [InlineData("ingest", "POST", "/v1/documents", HttpStatusCode.BadRequest)]
    [InlineData("ingest", "DELETE", "/v1/documents/a.pdf", HttpStatusCode.Forbidden)]
    [InlineData("admin", "POST", "/v1/documents", HttpStatusCode.BadRequest)]
    [InlineData("admin", "DELETE", "/v1/documents/a.pdf", HttpStatusCode.NotFound)]
    [InlineData("admin", "GET", "/v1/nothing-there", HttpStatusCode.NotFound)]
    [InlineData("ingest", "POST", "/v1/nothing-there", HttpStatusCode.NotFound)]
    public async Task A_role_includes_the_ones_before_it_and_no_more(string role, string method, string path, HttpStatusCode expected)
    {
        await using var host = await ApiHost.StartAsync(
            ("Api:Keys:0:Hash", KeyHash.Of(Key)), ("Api:Keys:0:Role", role), ("Api:Keys:0:Name", "desk"));

        using HttpResponseMessage response = await host.SendAsync(new HttpMethod(method), path, bearer: Key);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/chat", "post", "Needs the right 'read', or a browser's token.")]
    [InlineData("/v1/tokens", "post", "Needs the right 'read'.")]
    [InlineData("/v1/documents", "post", "Needs the right 'ingest'.")]
    [InlineData("/v1/documents/{document}", "delete", "Needs the right 'admin'.")]
    public async Task The_description_of_the_API_says_which_right_is_needed_and_how_it_is_shown(string path, string method, string right)
    {
        await using var host = await ApiHost.StartAsync();

        using JsonDocument description = JsonDocument.Parse(await host.Client.GetStringAsync("/openapi/v1.json", Cancellation));

        JsonElement operation = description.RootElement.GetProperty("paths").GetProperty(path).GetProperty(method);
        Assert.EndsWith(right, operation.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(["bearer", "apiKey"], operation.GetProperty("security").EnumerateArray().Select(way => way.EnumerateObject().Single().Name));
        Assert.All(["401", "403", "429"], status => Assert.True(operation.GetProperty("responses").TryGetProperty(status, out _)));
        Assert.Equal("X-Api-Key", description.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("read", "DELETE", "/v1/documents/a.pdf", "This request needs the right 'admin'; the key 'desk' has 'read'.")]
    [InlineData("ingest", "DELETE", "/v1/documents/a.pdf", "This request needs the right 'admin'; the key 'desk' has 'ingest'.")]
    [InlineData("read", "POST", "/v1/documents", "This request needs the right 'ingest'; the key 'desk' has 'read'.")]
    public async Task A_key_without_the_right_is_told_which_is_missing(string role, string method, string path, string detail)
    {
        await using var host = await ApiHost.StartAsync(
            ("Api:Keys:0:Hash", KeyHash.Of(Key)), ("Api:Keys:0:Role", role), ("Api:Keys:0:Name", "desk"));

        using HttpResponseMessage response = await host.SendAsync(new HttpMethod(method), path, bearer: Key);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(detail, await DetailAsync(response));
    }

    [Fact]
    public async Task A_missing_key_and_a_wrong_one_are_told_apart_and_never_repeated()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key));

        using HttpResponseMessage missing = await host.SendAsync(HttpMethod.Delete, "/v1/documents/a.pdf");
        using HttpResponseMessage wrong = await host.SendAsync(HttpMethod.Delete, "/v1/documents/a.pdf", bearer: "another-key-of-some-length");

        Assert.Contains("This request needs one with the right 'admin'.", await DetailAsync(missing), StringComparison.Ordinal);
        Assert.Equal("Bearer", missing.Headers.WwwAuthenticate.ToString());
        Assert.Equal(
            "The API key that was sent is not one of this service's. This request needs one with the right 'admin'.", await DetailAsync(wrong));
        Assert.Equal("Bearer error=\"invalid_token\"", wrong.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Several_keys_open_it_plain_and_hashed_and_a_plain_one_may_have_a_lesser_role()
    {
        await using var host = await ApiHost.StartAsync(
            ("Api:Keys:0", Key),
            ("Api:Keys:1:Hash", KeyHash.Of("the-key-after-this-one")),
            ("Api:Keys:1:Role", "Admin"),
            ("Api:Keys:2", "a-reader-in-plain-text"),
            ("Api:Keys:2:Role", "read"));

        HttpStatusCode[] statuses = await Task.WhenAll(new[] { Key, "the-key-after-this-one", "a-reader-in-plain-text" }.Select(async key =>
        {
            using HttpResponseMessage response = await host.SendAsync(HttpMethod.Delete, "/v1/documents/a.pdf", bearer: key);
            return response.StatusCode;
        }));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Forbidden], statuses);
    }

    [Fact]
    public async Task Without_keys_a_foreign_name_for_this_machine_opens_nothing()
    {
        await using var host = await ApiHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents") { Headers = { Host = "rebound.example" } };

        using HttpResponseMessage response = await host.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Api:Keys:0", await DetailAsync(response), StringComparison.Ordinal);
    }

    private static async Task<string> DetailAsync(HttpResponseMessage response)
    {
        using JsonDocument problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
