using HybridAssistant.Feedback;
using HybridAssistant.Unanswered;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HybridAssistant;

/// <summary>Registers where feedback and unanswered questions are kept.</summary>
internal static class RecordRegistration
{
    public static void AddRecords(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedbackOptions>().Bind(configuration.GetSection(FeedbackOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<UnansweredOptions>().Bind(configuration.GetSection(UnansweredOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IFeedbackStore>(provider =>
        {
            FeedbackOptions options = provider.GetRequiredService<IOptions<FeedbackOptions>>().Value;
            return new SqliteFeedbackStore(
                PathOf(provider, options.Path, "feedback.db"), TimeSpan.FromDays(options.RetentionDays), provider.GetRequiredService<TimeProvider>());
        });
        services.TryAddSingleton<IUnansweredStore>(provider =>
        {
            UnansweredOptions options = provider.GetRequiredService<IOptions<UnansweredOptions>>().Value;
            return new SqliteUnansweredStore(
                PathOf(provider, options.Path, "unanswered.db"), TimeSpan.FromDays(options.RetentionDays), provider.GetRequiredService<TimeProvider>());
        });
    }

    private static string PathOf(IServiceProvider provider, string? configured, string name) =>
        configured ?? Path.Combine(provider.GetRequiredService<IOptions<HybridAssistantOptions>>().Value.Data, name);
}
