using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Cli.Output;
using Microsoft.Extensions.Configuration;

namespace HybridAssistant.Cli.Diagnosis;

/// <summary>The configured language model: checked, loaded and run once.</summary>
internal sealed class LanguageModelCheckup(IConfiguration configuration) : ICheckup
{
    public string Subject => "language model";

    public async Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken)
    {
        string model = (configuration.GetSection(BehaviorOptions.Section).Get<BehaviorOptions>() ?? new BehaviorOptions()).Model;
        if (model.Length == 0)
        {
            return CheckupResult.Sound("none is configured (Behavior:Model): answers are worded by template");
        }

        try
        {
            ModelLine line = await new ModelProbe(configuration, new ModelSettings(configuration), baseName: null).RunAsync(model, cancellationToken);
            return CheckupResult.Sound($"{model}, {ModelText.Describe(line)}, runs");
        }
        catch (GenerationException e)
        {
            return CheckupResult.Broken(e.Message, "hybrid models list");
        }
        catch (TypeInitializationException e)
        {
            return CheckupResult.Broken($"llama.cpp does not load: {e.InnerException?.Message ?? e.Message}", "apt-get install -y --no-install-recommends libgomp1 libstdc++6");
        }
    }
}
