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
}
