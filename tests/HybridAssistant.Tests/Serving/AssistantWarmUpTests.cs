using HybridAssistant.Core.Answers;
using HybridAssistant.Serving;
using HybridAssistant.Tests.Upstream;
using Microsoft.Extensions.DependencyInjection;

namespace HybridAssistant.Tests.Serving;

public sealed class AssistantWarmUpTests
{
    [Fact]
    public async Task Does_not_ask_an_upstream()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Says("Happy to help! The KX-200 weighs 12 kg."));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint);

        await assistant.Services.GetRequiredService<AssistantWarmUp>().RunAsync(TestContext.Current.CancellationToken);
        int asked = upstream.Requests.Count;
        Answer answer = await assistant.AskAsync("How heavy is the KX-200?");

        Assert.Equal(0, asked);
        Assert.Equal("upstream", answer.Served.Variant);
        Assert.Single(upstream.Requests);
    }
}
