using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HybridAssistant.Api.Tests.Mcp;

/// <summary>The MCP server over HTTP is guarded as the rest is.</summary>
public sealed class McpAccessTests
{
    private const string Key = "a-key-of-some-length";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Needs_a_key_where_keys_are_configured()
    {
        await using var host = await ApiHost.StartAsync(("Api:Keys:0", Key));

        using HttpResponseMessage without = await ListToolsAsync(host, "");
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using HttpResponseMessage with = await ListToolsAsync(host, "");

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Contains("look_up_fact", await with.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_open_to_this_machine_without_keys_and_takes_no_endless_body()
    {
        await using var host = await ApiHost.StartAsync(("Api:MaxChatBytes", "16384"));

        using HttpResponseMessage open = await ListToolsAsync(host, "");
        using HttpResponseMessage large = await ListToolsAsync(host, new string('x', 20_000));

        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    private static Task<HttpResponseMessage> ListToolsAsync(ApiHost host, string padding)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(
                $$$$"""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"padding":"{{{{padding}}}}"}}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        return host.Client.SendAsync(request, Cancellation);
    }
}
