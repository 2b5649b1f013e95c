using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Upstream;
using HybridAssistant.Behavior.Prompting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HybridAssistant;

/// <summary>Registers the upstream model of <see cref="UpstreamOptions"/>, where one is configured.</summary>
internal static class UpstreamRegistration
{
    private const string VariantKey = $"{BehaviorOptions.Section}:{nameof(BehaviorOptions.Variant)}";

    /// <summary>
    /// The upstream's chat client and speaker under the key <see cref="UpstreamChatClient.Name"/>, so that they stand beside a
    /// model of this process.
    /// </summary>
    public static void AddUpstream(this IServiceCollection services, IConfiguration configuration)
    {
        string? variant = configuration[VariantKey];
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<UpstreamOptions>, UpstreamOptionsValidator>());
        services.AddOptions<UpstreamOptions>().Bind(configuration.GetSection(UpstreamOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                options => variant != UpstreamSpeaker.Variant || options.IsOn,
                $"{VariantKey} is {UpstreamSpeaker.Variant}, and {UpstreamOptions.Section}:{nameof(UpstreamOptions.Endpoint)} is empty; set it to the address of the model server.")
            .ValidateOnStart();

        // Only whether there is one is needed here; the settings are validated when they are first taken.
        if (string.IsNullOrWhiteSpace(configuration[$"{UpstreamOptions.Section}:{nameof(UpstreamOptions.Endpoint)}"]))
        {
            return;
        }

        services.AddSending();
        services.TryAddSingleton<UpstreamPromptBuilder>();
        services.TryAddKeyedSingleton<IAnswerSpeaker>(UpstreamChatClient.Name, Speaker);
    }

    private static void AddSending(this IServiceCollection services)
    {
        IHttpClientBuilder http = services.AddHttpClient(UpstreamChatClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)

            // One client lives as long as the service: connections are renewed instead, so that a moved address is noticed.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AllowAutoRedirect = false,
                UseCookies = false,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

            // Requests carry the key and customers' words.
            .RemoveAllLoggers();
        http.AddResilienceHandler(UpstreamChatClient.Name, (builder, context) =>
        {
            builder.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            UpstreamResilience.Configure(builder, Settings(context.ServiceProvider));
        });
        http.AddHttpMessageHandler(() => new BoundedResponse());
        services.TryAddKeyedSingleton<IChatClient>(UpstreamChatClient.Name, (provider, _) => Telemetry.Observe(UpstreamChatClient.Create(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(UpstreamChatClient.Name), Settings(provider))));
    }

    private static FallbackSpeaker Speaker(IServiceProvider provider, object? key)
    {
        UpstreamOptions options = Settings(provider);
        ComposerSpeaker composer = provider.GetRequiredService<ComposerSpeaker>();
        ILogger log = provider.GetRequiredService<ILoggerFactory>().CreateLogger("HybridAssistant.Behavior");
        var speaker = new UpstreamSpeaker(
            provider.GetRequiredKeyedService<IChatClient>(key), provider.GetRequiredService<UpstreamPromptBuilder>(), composer, options,
            log);
        return new FallbackSpeaker(
            speaker, composer, TimeSpan.FromMilliseconds(options.TimeoutMilliseconds), provider.GetRequiredService<TimeProvider>(),
            log, $"{UpstreamOptions.Section}:{nameof(UpstreamOptions.TimeoutMilliseconds)}");
    }

    private static UpstreamOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<UpstreamOptions>>().Value;
}
