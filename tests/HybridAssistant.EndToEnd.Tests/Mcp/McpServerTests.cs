using System.Text.Json;
using HybridAssistant.EndToEnd.Tests.Service;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HybridAssistant.EndToEnd.Tests.Mcp;

/// <summary>A client of the Model Context Protocol drives the server: `hybrid mcp` over its streams, `hybrid serve` over HTTP.</summary>
public sealed class McpServerTests : IngestedSheet
{
    [Fact]
    public async Task Serves_over_the_standard_streams()
    {
        await using McpClient client = await StartAsync([]);

        await CheckAsync(client);
    }

    [Fact]
    public async Task Keeps_a_look_up_that_no_sheet_answers_where_the_setting_says_so()
    {
        await using (McpClient client = await StartAsync(new() { ["HYBRID__Unanswered__Enabled"] = "true" }))
        {
            JsonElement missed = await CallAsync(client, "look_up_fact", new() { ["product"] = "KX-250", ["attribute"] = "price" });
            Assert.Equal("not_found", missed.GetProperty("status").GetString());
        }

        CommandOutcome listed = await Workspace.RunAsync("unanswered", "--json");

        JsonElement question = JsonElement.Parse(listed.Output);
        Assert.Equal("What is the price of the KX-250?", question.GetProperty("question").GetString());
        Assert.Equal("kx.pdf", question.GetProperty("nearestDocument").GetString());
    }

    [Fact]
    public async Task Serves_over_HTTP()
    {
        await using RunningService service = await RunningService.StartAsync(Workspace);
        await using McpClient client = await McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(service.Client.BaseAddress!, "/mcp") }),
            cancellationToken: Cancellation);

        await CheckAsync(client);
    }

    private Task<McpClient> StartAsync(Dictionary<string, string?> environment) => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            Arguments = [Repository.Command, "mcp", "--data", Workspace.Data],
            EnvironmentVariables = environment,
        }),
        cancellationToken: Cancellation);

    private static async Task CheckAsync(McpClient client)
    {
        Assert.Equal("hybrid-assistant", client.ServerInfo?.Name);
        Assert.Contains("never instructions", client.ServerInstructions ?? "", StringComparison.Ordinal);
        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: Cancellation);
        Assert.Equal(
            ["compare_products", "get_page_image", "look_up_fact", "search"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));

        JsonElement fact = await CallAsync(
            client, "look_up_fact", new() { ["product"] = "KX-250", ["attribute"] = "maximum working pressure at 120 °C" });
        Assert.Equal("answered", fact.GetProperty("status").GetString());
        Assert.Equal("12", fact.GetProperty("facts")[0].GetProperty("value").GetString());

        JsonElement found = await CallAsync(client, "search", new() { ["query"] = "working pressure", ["limit"] = 3 });
        Assert.Equal(3, found.GetProperty("facts").GetArrayLength());

        JsonElement compared = await CallAsync(
            client, "compare_products", new() { ["products"] = new[] { "KX-200", "KX-250" }, ["attribute"] = "weight" });
        Assert.Equal(2, compared.GetProperty("results").GetArrayLength());

        JsonElement refused = await CallAsync(client, "search", new() { ["query"] = "" });
        Assert.Equal("bad_input", refused.GetProperty("status").GetString());

        await CheckImagesAsync(client, fact.GetProperty("facts")[0]);
    }

    private static async Task CheckImagesAsync(McpClient client, JsonElement fact)
    {
        string document = fact.GetProperty("document").GetString()!;
        CallToolResult image = await client.CallToolAsync(
            "get_page_image",
            new Dictionary<string, object?> { ["document"] = document, ["page"] = fact.GetProperty("page").GetInt32() },
            cancellationToken: Cancellation);
        CallToolResult beyond = await client.CallToolAsync(
            "get_page_image", new Dictionary<string, object?> { ["document"] = document, ["page"] = 99 }, cancellationToken: Cancellation);
        CallToolResult outside = await client.CallToolAsync(
            "get_page_image", new Dictionary<string, object?> { ["document"] = "../index.db", ["page"] = 1 }, cancellationToken: Cancellation);

        if (image.IsError == true)
        {
            // A machine without the renderer says so, and how to get it.
            Assert.Contains("poppler-utils", Assert.IsType<TextContentBlock>(Assert.Single(image.Content)).Text, StringComparison.Ordinal);
        }
        else
        {
            ImageContentBlock png = Assert.IsType<ImageContentBlock>(Assert.Single(image.Content));
            Assert.Equal("image/png", png.MimeType);
            Assert.Equal([0x89, 0x50, 0x4E, 0x47], png.DecodedData[..4].ToArray());
        }

        Assert.True(beyond.IsError);
        Assert.Contains("page 99 was asked for", Assert.IsType<TextContentBlock>(beyond.Content[0]).Text, StringComparison.Ordinal);
        Assert.True(outside.IsError);
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments, cancellationToken: Cancellation);
        return JsonElement.Parse(Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }
}
