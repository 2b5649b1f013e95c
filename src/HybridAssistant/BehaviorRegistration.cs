using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Verification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace HybridAssistant;

/// <summary>Registers what words and verifies answers.</summary>
internal static class BehaviorRegistration
{
    /// <summary>The composer, and the model that <c>Behavior:Model</c> names.</summary>
    public static void AddBehavior(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<ComposerSpeaker>();
        services.TryAddSingleton<VerificationMeter>();
        services.TryAddSingleton<AnswerGate>();
        services.TryAddSingleton<IAnswerSpeaker>(provider => provider.GetRequiredService<ComposerSpeaker>());
    }
}
