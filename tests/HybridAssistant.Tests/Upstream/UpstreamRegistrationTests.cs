using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Composing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace HybridAssistant.Tests.Upstream;

public sealed class UpstreamRegistrationTests
{
    private const string Endpoint = "http://127.0.0.1:9/v1";

    [Theory]
    [InlineData("", "", typeof(ComposerSpeaker))]
    [InlineData(Endpoint, "", typeof(FallbackSpeaker))]
    [InlineData(Endpoint, "upstream", typeof(FallbackSpeaker))]
    [InlineData(Endpoint, "composer", typeof(ComposerSpeaker))]
    public async Task Chooses_who_words_by_the_settings(string endpoint, string variant, Type speaker)
    {
        await using ServiceProvider services = Register(endpoint, variant);

        Assert.IsType(speaker, services.GetRequiredService<IAnswerSpeaker>());
        Assert.Equal(endpoint.Length > 0, services.GetKeyedService<IChatClient>("upstream") is not null);
    }

    [Fact]
    public async Task Refuses_to_start_with_settings_that_cannot_work()
    {
        await using ServiceProvider missing = Register("", "upstream");
        await using ServiceProvider wrong = Register("models.example", "");

        Assert.Contains(
            "Behavior:Variant is upstream, and Behavior:Upstream:Endpoint is empty",
            Assert.Throws<OptionsValidationException>(missing.GetRequiredService<IStartupValidator>().Validate).Message, StringComparison.Ordinal);
        Assert.Contains(
            "Behavior:Upstream:Endpoint is no plain http or https address",
            Assert.Throws<OptionsValidationException>(wrong.GetRequiredService<IStartupValidator>().Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_kernel_and_plugin_alone_when_registered_twice()
    {
        var services = new ServiceCollection();
        IConfiguration settings = Settings(Endpoint, "");
        services.AddKernel();
        services.AddHybridAssistant(settings);
        services.AddHybridAssistant(settings);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Single(provider.GetRequiredService<Kernel>().Plugins);
        Assert.NotSame(provider.GetRequiredService<Kernel>(), provider.GetRequiredService<Kernel>());
    }

    private static ServiceProvider Register(string endpoint, string variant) =>
        new ServiceCollection().AddLogging().AddHybridAssistant(Settings(endpoint, variant)).BuildServiceProvider();

    private static IConfiguration Settings(string endpoint, string variant) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Embedding:Model"] = "",
        ["Behavior:Variant"] = variant,
        ["Behavior:Upstream:Endpoint"] = endpoint,
        ["Behavior:Upstream:Model"] = "m",
        ["Behavior:Upstream:Adapter"] = null,
    }).Build();
}
