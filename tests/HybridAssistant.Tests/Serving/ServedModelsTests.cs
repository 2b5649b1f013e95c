using HybridAssistant.Core.Questions;
using HybridAssistant.Serving;
using HybridAssistant.Tests.Upstream;
using Microsoft.Extensions.DependencyInjection;

namespace HybridAssistant.Tests.Serving;

public sealed class ServedModelsTests
{
    private static readonly Question Weight = new() { Message = "How heavy is the KX-200?" };

    [Fact]
    public async Task Lists_the_composer_alone_where_no_model_is_configured()
    {
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync("");

        Assert.Equal([new ServedModel("composer", ServedModelKind.Composer, IsDefault: true)], assistant.Services.GetRequiredService<ServedModels>().All);
    }

    [Fact]
    public async Task Has_each_model_word_that_is_named()
    {
        await using ScriptedUpstream upstream = await ScriptedUpstream.StartAsync(UpstreamSteps.Says("Happy to help! The KX-200 weighs 12 kg."));
        await using UpstreamFixture assistant = await UpstreamFixture.StartAsync(upstream.Endpoint, ("Adapter", "brand-voice"));
        ServedModels models = assistant.Services.GetRequiredService<ServedModels>();

        AnsweredQuestion composed = await models.AnswererOf(models.Find("composer")!).AnswerAsync(Weight, cancellationToken: TestContext.Current.CancellationToken);
        AnsweredQuestion worded = await models.AnswererOf(models.Find("brand-voice")!).AnswerAsync(Weight, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([false, true], models.All.Select(model => model.IsDefault));
        Assert.Equal("The KX-200 weighs 12 kg.", composed.Answer.Text);
        Assert.Equal("Happy to help! The KX-200 weighs 12 kg.", worded.Answer.Text);
        Assert.Null(models.Find("big-model"));
    }
}
