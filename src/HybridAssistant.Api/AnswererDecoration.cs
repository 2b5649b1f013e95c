using HybridAssistant.Api.Observability;
using HybridAssistant.Api.Unanswered;
using HybridAssistant.Unanswered;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api;

/// <summary>Sets around whoever answers what the settings ask for: the log of answers, the list of unanswered questions.</summary>
internal static class AnswererDecoration
{
    /// <summary>To be called once a key, after the answerer is registered.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The answerer's key; null: the one without a key.</param>
    public static void DecorateAnswerer(this IServiceCollection services, string? key)
    {
        ServiceDescriptor inner = services.LastOrDefault(service => service.ServiceType == typeof(IQuestionAnswerer) && Equals(service.ServiceKey, key))
            ?? throw new InvalidOperationException("Nothing answers questions yet. Call AddHybridAssistant first.");
        services.Remove(inner);
        services.TryAddSingleton<UnansweredQueue>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, UnansweredQueue>(provider => provider.GetRequiredService<UnansweredQueue>()));
        services.AddKeyedSingleton(key, (provider, _) => Decorate(provider, (IQuestionAnswerer)RegisteredService.Make(provider, inner)));
    }

    private static IQuestionAnswerer Decorate(IServiceProvider provider, IQuestionAnswerer answerer)
    {
        RequestLogOptions log = provider.GetRequiredService<IOptions<RequestLogOptions>>().Value;
        if (log.Requests || log.Content)
        {
            answerer = ActivatorUtilities.CreateInstance<AnswerLogger>(provider, answerer);
        }

        return provider.GetRequiredService<IOptions<UnansweredOptions>>().Value.Enabled
            ? ActivatorUtilities.CreateInstance<UnansweredRecorder>(provider, answerer)
            : answerer;
    }
}
