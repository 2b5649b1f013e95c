using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Generation.Upstream;
using HybridAssistant.Behavior.Grounding;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Prompting;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Serving;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HybridAssistant;

/// <summary>Registers what words and verifies answers.</summary>
internal static class BehaviorRegistration
{
    /// <summary>Key of the speaker, and of the answerer, that words by the model of this process.</summary>
    internal const string Local = "local";

    private const string Base = "base";
    private const string FewShot = "few-shot";

    /// <summary>The composer, the model that <c>Behavior:Model</c> names, and the upstream of <c>Behavior:Upstream</c>.</summary>
    public static void AddBehavior(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BehaviorOptions>().Bind(configuration.GetSection(BehaviorOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ReplyLimits>().Bind(configuration.GetSection(ReplyLimits.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<GenerationOptions>().Bind(configuration.GetSection(GenerationOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<ComposerSpeaker>();
        services.TryAddSingleton<VerificationMeter>();
        services.TryAddSingleton<AnswerGate>();
        services.TryAddSingleton(provider => ModelCatalog.Open(
            provider.GetRequiredService<IOptions<BehaviorOptions>>().Value, provider.GetRequiredService<IOptions<HybridAssistantOptions>>().Value.Data));
        services.TryAddSingleton(OpenEngine);
        services.AddUpstream(configuration);
        services.TryAddKeyedSingleton<IAnswerSpeaker>(Local, OpenLocal);
        services.TryAddSingleton<IAnswerSpeaker>(OpenSpeaker);
    }

    /// <summary>What words where a request names nothing.</summary>
    internal static ServedModelKind KindOf(BehaviorOptions options, UpstreamOptions upstream) => VariantOf(options, upstream) switch
    {
        ExtractiveComposer.Variant => ServedModelKind.Composer,
        UpstreamSpeaker.Variant => ServedModelKind.Upstream,
        _ => ServedModelKind.Local,
    };

    /// <summary>What words where a request names nothing, or the composer where that is an upstream.</summary>
    internal static IAnswerSpeaker SpeakerOfThisProcess(IServiceProvider provider) => KindOf(provider) == ServedModelKind.Upstream
        ? provider.GetRequiredService<ComposerSpeaker>()
        : provider.GetRequiredService<IAnswerSpeaker>();

    private static IAnswerSpeaker OpenSpeaker(IServiceProvider provider) => KindOf(provider) switch
    {
        ServedModelKind.Composer => provider.GetRequiredService<ComposerSpeaker>(),
        ServedModelKind.Upstream => provider.GetRequiredKeyedService<IAnswerSpeaker>(UpstreamChatClient.Name),
        _ => provider.GetRequiredKeyedService<IAnswerSpeaker>(Local),
    };

    private static ServedModelKind KindOf(IServiceProvider provider) => KindOf(
        provider.GetRequiredService<IOptions<BehaviorOptions>>().Value, provider.GetRequiredService<IOptions<UpstreamOptions>>().Value);

    private static FallbackSpeaker OpenLocal(IServiceProvider provider, object? key)
    {
        BehaviorOptions options = provider.GetRequiredService<IOptions<BehaviorOptions>>().Value;
        return new FallbackSpeaker(
            OpenModel(provider, options, options.Variant == Base ? Base : FewShot),
            provider.GetRequiredService<ComposerSpeaker>(),
            TimeSpan.FromMilliseconds(options.TimeoutMilliseconds),
            provider.GetRequiredService<TimeProvider>(),
            LoggerOf(provider));
    }

    private static string VariantOf(BehaviorOptions options, UpstreamOptions upstream) =>
        options.Variant.Length > 0 ? options.Variant
        : options.Model.Length > 0 ? FewShot
        : upstream.IsOn ? UpstreamSpeaker.Variant
        : ExtractiveComposer.Variant;

    private static IAnswerSpeaker OpenModel(IServiceProvider provider, BehaviorOptions options, string variant)
    {
        var engine = provider.GetRequiredService<LlamaEngine>();
        IChatClient client = Telemetry.Observe(new LlamaChatClient(engine));
        var prompts = new PromptBuilder(shots: variant != Base);
        ReplyLimits limits = provider.GetRequiredService<IOptions<ReplyLimits>>().Value;
        var composer = provider.GetRequiredService<ComposerSpeaker>();
        var served = new SpeakerIdentity(variant, engine.Model.Name, Adapter: null);
        return options.Grammar
            ? new GroundedSpeaker(client, new TokenClasses(engine.Model.Vocabulary), prompts, limits, composer, served)
            : new UnboundSpeaker(client, prompts, limits, composer, served);
    }

    private static LlamaEngine OpenEngine(IServiceProvider provider)
    {
        BehaviorOptions options = provider.GetRequiredService<IOptions<BehaviorOptions>>().Value;
        GenerationOptions generation = provider.GetRequiredService<IOptions<GenerationOptions>>().Value;
        ILogger logger = LoggerOf(provider);
        var catalog = provider.GetRequiredService<ModelCatalog>();
        return new LlamaEngine(
            LanguageModel.Load(BaseModelReader.Read(ModelPath.Locate(options.Model, catalog)), generation, logger),
            new AdapterFolder(options.Adapters.Length > 0 ? options.Adapters : catalog.Folder),
            generation,
            provider.GetRequiredService<TimeProvider>(),
            logger);
    }

    private static ILogger LoggerOf(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("HybridAssistant.Behavior");
}
