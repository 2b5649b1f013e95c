using System.Net;
using System.Text;

namespace HybridAssistant.Api.Tests.Security;

/// <summary>What a page of a stranger can do to a service without keys, in a browser of the same machine.</summary>
public sealed class LocalAccessTests
{
    private const string Question = """{"message":"Weight?"}""";
    private const string ListTools = """{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/chat", Question)]
    [InlineData("/v1/chat/completions", """{"model":"composer","messages":[{"role":"user","content":"Weight?"}]}""")]
    [InlineData("/mcp", ListTools)]
    public async Task A_page_of_a_stranger_asks_nothing_neither_by_a_simple_request_nor_under_its_own_name(string path, string body)
    {
        await using var host = await ApiHost.StartAsync();

        // A browser sends text/plain to another origin without asking first.
        using HttpResponseMessage simple = await PostAsync(host, path, body, "text/plain", request => request.Headers.Add("Origin", "https://evil.example"));
        using HttpResponseMessage json = await PostAsync(host, path, body, "application/json", request => request.Headers.Add("Origin", "https://evil.example"));
        using HttpResponseMessage opaque = await PostAsync(host, path, body, "application/json", request => request.Headers.Add("Origin", "null"));
        using HttpResponseMessage port = await PostAsync(host, path, body, "application/json", request => request.Headers.Add("Origin", "http://127.0.0.1:1"));
        using HttpResponseMessage rebound = await PostAsync(host, path, body, "application/json", request =>
        {
            request.Headers.Host = "evil.example";
            request.Headers.Add("Origin", "http://evil.example");
        });

        Assert.All([simple, json, opaque, port, rebound], response => Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode));
        Assert.Contains("Api:Origins", await json.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Null(host.Answerer.LastQuestion);
    }

    [Fact]
    public async Task Its_own_page_programs_and_pages_that_are_listed_ask()
    {
        await using var host = await ApiHost.StartAsync(("Api:Origins:0", "http://127.0.0.1:5000"));
        string own = host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        using HttpResponseMessage page = await host.SendAsync(HttpMethod.Post, "/v1/chat", Question, origin: own);
        using HttpResponseMessage program = await host.SendAsync(HttpMethod.Post, "/v1/chat", Question);
        using HttpResponseMessage listed = await host.SendAsync(HttpMethod.Post, "/v1/chat", Question, origin: "http://127.0.0.1:5000");

        Assert.All([page, program, listed], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    [Theory]
    [InlineData("cross-site", "no-cors", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "no-cors", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", HttpStatusCode.OK)]
    [InlineData("same-origin", "no-cors", HttpStatusCode.OK)]
    [InlineData("none", "navigate", HttpStatusCode.OK)]
    public async Task A_page_of_a_stranger_learns_of_no_document_by_showing_it_and_a_link_still_leads_to_it(string site, string mode, HttpStatusCode expected)
    {
        await using var host = await ApiHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/documents") { Headers = { { "Sec-Fetch-Site", site }, { "Sec-Fetch-Mode", mode } } };

        using HttpResponseMessage response = await host.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("//v1/documents")]
    [InlineData("/v1//documents")]
    [InlineData("/V1/Documents")]
    [InlineData("/%761/documents")]
    [InlineData("/x/../v1/documents")]
    [InlineData("/v1%2Fdocuments")]
    [InlineData("/metrics/")]
    [InlineData("//metrics")]
    public async Task No_spelling_of_an_address_passes_by_the_guard(string path)
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", "a-key-of-some-length"), ("Telemetry:Prometheus", "true"));
        var address = new Uri(host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        using HttpResponseMessage response = await host.Client.GetAsync(address, Cancellation);

        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.NotFound]);
    }

    private static Task<HttpResponseMessage> PostAsync(ApiHost host, string path, string body, string mediaType, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        change(request);
        return host.SendAsync(request);
    }
}
