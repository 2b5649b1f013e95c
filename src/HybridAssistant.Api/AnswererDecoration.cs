using HybridAssistant.Api.Observability;
using HybridAssistant.Api.Unanswered;
using HybridAssistant.Unanswered;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api;

/// <summary>Sets around whoever answers what the settings ask for: the log of answers, the list of unanswered questions.</summary>
internal static class AnswererDecoration
{
    /// <summary>To be called after the answerer is registered.</summary>
    public static void DecorateAnswerer(this IServiceCollection services)
    {
        ServiceDescriptor inner = services.LastOrDefault(service => service.ServiceType == typeof(IQuestionAnswerer) && !service.IsKeyedService)
            ?? throw new InvalidOperationException("Nothing answers questions yet. Call AddHybridAssistant before AddHybridApi.");
        services.Remove(inner);
        services.AddSingleton(provider =>
        {
            var answerer = (IQuestionAnswerer)(inner.ImplementationInstance ?? inner.ImplementationFactory!(provider));
            RequestLogOptions log = provider.GetRequiredService<IOptions<RequestLogOptions>>().Value;
            if (log.Requests || log.Content)
            {
                answerer = ActivatorUtilities.CreateInstance<AnswerLogger>(provider, answerer);
            }

            return provider.GetRequiredService<IOptions<UnansweredOptions>>().Value.Enabled
                ? ActivatorUtilities.CreateInstance<UnansweredRecorder>(provider, answerer)
                : answerer;
        });
    }
}
