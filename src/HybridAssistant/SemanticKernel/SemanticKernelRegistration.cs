using HybridAssistant.Behavior.Generation.Upstream;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace HybridAssistant.SemanticKernel;

/// <summary>Registers a kernel with the plugin <see cref="SpecSheetsPlugin"/> and, where one is configured, the upstream's chat.</summary>
internal static class SemanticKernelRegistration
{
    /// <summary>
    /// Adds <see cref="Kernel"/>, a new one for whoever asks. An application that has a kernel of its own gets the plugin too.
    /// </summary>
    public static void AddSemanticKernel(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(SpecSheetsPlugin)))
        {
            // Twice the same plugin is an error of every kernel.
            return;
        }

        services.AddSingleton(provider => new SpecSheetsPlugin(
            provider.GetRequiredKeyedService<IQuestionAnswerer>(HybridAssistantRegistration.Unworded),
            provider.GetRequiredKeyedService<IQuestionAnswerer>(SpecSheetsPlugin.Name)));
        services.AddSingleton(provider => KernelPluginFactory.CreateFromObject(
            provider.GetRequiredService<SpecSheetsPlugin>(), SpecSheetsPlugin.Name));
        if (services.All(service => service.ServiceType != typeof(Kernel)))
        {
            services.AddKernel();
        }

        if (!string.IsNullOrWhiteSpace(configuration[$"{UpstreamOptions.Section}:{nameof(UpstreamOptions.Endpoint)}"]))
        {
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IChatClient>(UpstreamChatClient.Name)
                .AsBuilder().UseKernelFunctionInvocation().Build(provider).AsChatCompletionService(provider));
        }
    }
}
