namespace HybridAssistant.Api.Tests.Voices;

public sealed class VoiceEndpointsTests
{
    [Fact]
    public async Task Lists_the_composer_and_each_model_and_no_voices_while_there_are_none()
    {
        await using var host = await ApiHost.StartAsync(
            ("Behavior:Variant", "composer"), ("Behavior:Upstream:Endpoint", "http://127.0.0.1:1/v1"), ("Behavior:Upstream:Model", "qwen3-8b"));

        string list = await host.Client.GetStringAsync("/v1/voices", TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"models":[{"name":"composer","kind":"composer","isDefault":true},{"name":"qwen3-8b","kind":"upstream","isDefault":false}],"voices":[]}""",
            list);
    }
}
