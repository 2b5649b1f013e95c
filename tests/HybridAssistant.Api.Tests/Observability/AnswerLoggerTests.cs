namespace HybridAssistant.Api.Tests.Observability;

public sealed class AnswerLoggerTests
{
    private const string Key = "a-key-of-some-length";

    [Theory]
    [InlineData("Logging:Nothing", false, false)]
    [InlineData("Logging:Requests", true, false)]
    [InlineData("Logging:Content", true, true)]
    public async Task Logs_what_is_switched_on_and_never_a_key(string setting, bool hasLine, bool hasText)
    {
        await using var host = await ApiHost.StartAsync((setting, "true"), ("Api:Keys:0", Key));

        using HttpResponseMessage response = await host.SendAsync(HttpMethod.Post, "/v1/chat", """{"message":"Heavy pump?"}""", Key);
        using HttpResponseMessage refused = await host.SendAsync(HttpMethod.Get, "/v1/documents", bearer: "another-key-of-some-length");

        Assert.Equal(hasLine, host.Log.Contains("Answer a1: answered by composer from index 7 in 10 ms", StringComparison.Ordinal));
        Assert.Equal(hasText, host.Log.Contains("Heavy pump?", StringComparison.Ordinal));
        Assert.Equal(hasText, host.Log.Contains("weighs 12.4 kg", StringComparison.Ordinal));
        Assert.DoesNotContain("key-of-some-length", host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_each_answer_once_whichever_door_it_left_by()
    {
        await using var host = await ApiHost.StartAsync(
            ("Logging:Requests", "true"), ("Behavior:Upstream:Endpoint", "http://127.0.0.1:9/v1"), ("Behavior:Upstream:Model", "big-model"));

        foreach (string model in (string[])["big-model", "composer"])
        {
            using HttpResponseMessage response = await host.SendAsync(
                HttpMethod.Post, "/v1/chat/completions", $$"""{"model":"{{model}}","messages":[{"role":"user","content":"How heavy is the KX-200?"}]}""");
        }

        await host.CallToolAsync("look_up_fact", """{"product":"KX-200","attribute":"weight"}""");
        await host.CallToolAsync("search", """{"query":"weight"}""");

        string[] lines = [.. host.Log.Split('\n').Where(line => line.StartsWith("Information Answer ", StringComparison.Ordinal))];
        Assert.Equal(
            ["answered by composer", "not_found by composer", "not_found by composer"],
            lines.Select(line => line.Split(": ")[1].Split(" from ")[0]));
    }
}
