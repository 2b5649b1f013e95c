using HybridAssistant.Unanswered;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Api.Unanswered;

/// <summary>Sets the recorder around whoever answers.</summary>
internal static class UnansweredRegistration
{
    /// <summary>To be called after the answerer is registered.</summary>
    public static void AddUnansweredRecorder(this IServiceCollection services)
    {
        ServiceDescriptor inner = services.LastOrDefault(service => service.ServiceType == typeof(IQuestionAnswerer) && !service.IsKeyedService)
            ?? throw new InvalidOperationException("Nothing answers questions yet. Call AddHybridAssistant before AddHybridApi.");
        services.Remove(inner);
        services.AddSingleton<IQuestionAnswerer>(provider =>
        {
            var answerer = (IQuestionAnswerer)(inner.ImplementationInstance ?? inner.ImplementationFactory!(provider));
            return provider.GetRequiredService<IOptions<UnansweredOptions>>().Value.Enabled
                ? ActivatorUtilities.CreateInstance<UnansweredRecorder>(provider, answerer)
                : answerer;
        });
    }
}
