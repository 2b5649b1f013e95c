using System.ComponentModel.DataAnnotations;
using HybridAssistant.Behavior;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Upstream;
using HybridAssistant.Behavior.Verification;
using HybridAssistant.Documents.Isolation;
using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Rendering;
using HybridAssistant.Documents;
using HybridAssistant.Indexing;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Deciding;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Rebuilding;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.SemanticKernel;
using HybridAssistant.Serving;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HybridAssistant;

/// <summary>Registers the assistant in another .NET application.</summary>
public static class HybridAssistantRegistration
{
    /// <summary>Key of the answerer that no model words for: who wants the facts alone waits for none.</summary>
    internal const string Unworded = "unworded";

    /// <summary>
    /// Registers <see cref="IAssistant"/> with settings made in code. They are checked when a host starts; without one, when the
    /// assistant is first taken.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    public static IServiceCollection AddHybridAssistant(this IServiceCollection services, Action<AssistantSettings> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var settings = new AssistantSettings();
        configure(settings);
        return services.AddHybridAssistant(new ConfigurationBuilder().AddInMemoryCollection(settings.ToConfiguration()).Build());
    }

    /// <summary>
    /// Registers reading, indexing and answering, and <see cref="IAssistant"/> over them, with their settings, which are checked at
    /// start-up, all at once.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">The application's settings, or the section that holds the assistant's.</param>
    public static IServiceCollection AddHybridAssistant(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HybridAssistantOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EmbeddingOptions>().Bind(configuration.GetSection(EmbeddingOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OnnxOptions>().Bind(configuration.GetSection(OnnxOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddKnowledge(configuration);
        services.AddBehavior(configuration);
        services.AddAnswering(configuration);
        services.AddSemanticKernel(configuration);
        services.AddIngestion(configuration);
        services.AddRecords(configuration);
        services.TryAddSingleton<IAssistant>(provider =>
        {
            // Where no host starts, no other hears of a wrong setting.
            provider.GetService<IStartupValidator>()?.Validate();
            return new EmbeddedAssistant(provider.GetRequiredService<IQuestionAnswerer>(), provider.GetRequiredService<IngestionPipeline>());
        });
        return services;
    }

    private static void AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        // Without a model there is no generator to register: whoever takes one takes it as optional.
        EmbeddingOptions embedding = new();
        configuration.GetSection(EmbeddingOptions.Section).Bind(embedding);
        if (!string.IsNullOrWhiteSpace(embedding.Model))
        {
            services.TryAddSingleton(OpenEmbedder);
        }

        services.AddOptions<IndexOptions>().Bind(configuration.GetSection(IndexOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<QdrantOptions>().Bind(configuration.GetSection(QdrantOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<KnowledgeIndexes>();
        services.TryAddSingleton<IKnowledgeIndex>(provider =>
        {
            KnowledgeIndexes indexes = provider.GetRequiredService<KnowledgeIndexes>();
            return indexes.Open(indexes.Configured, Embedder(provider)?.GetFingerprint());
        });
        services.TryAddSingleton<IIndexReplacer>(provider => provider.GetRequiredService<KnowledgeIndexes>()
            .Replacer(Embedder(provider)?.GetFingerprint(), provider.GetRequiredService<IngestionOptions>().LockTimeout));
    }

    private static void AddAnswering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetrievalOptions>().Bind(configuration.GetSection(RetrievalOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DecidingOptions>().Bind(configuration.GetSection(DecidingOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IFactSelector, FeatureFactSelector>();
        services.TryAddSingleton(provider => Pipeline(provider, provider.GetRequiredService<IAnswerSpeaker>()));
        services.TryAddSingleton<IQuestionAnswerer>(provider => provider.GetRequiredService<AnswerPipeline>());
        services.TryAddKeyedSingleton<IQuestionAnswerer>(Unworded, (provider, _) => Pipeline(provider, provider.GetRequiredService<ComposerSpeaker>()));

        // One pipeline under a name for each use, so that a host can set something around one of them.
        foreach (string use in (string[])[ExtractiveComposer.Variant, SpecSheetsPlugin.Name])
        {
            services.TryAddKeyedSingleton<IQuestionAnswerer>(use, (provider, _) => provider.GetRequiredKeyedService<IQuestionAnswerer>(Unworded));
        }

        foreach (string model in (string[])[BehaviorRegistration.Local, UpstreamChatClient.Name])
        {
            services.TryAddKeyedSingleton<IQuestionAnswerer>(
                model, (provider, key) => Pipeline(provider, provider.GetRequiredKeyedService<IAnswerSpeaker>(key)));
        }

        services.TryAddSingleton(provider => new ServedModels(provider));
        services.TryAddSingleton(provider => new AssistantWarmUp(
            provider.GetRequiredService<AnswerPipeline>(), BehaviorRegistration.SpeakerOfThisProcess(provider)));
    }

    private static AnswerPipeline Pipeline(IServiceProvider provider, IAnswerSpeaker speaker) => new(
        provider.GetRequiredService<IKnowledgeIndex>(),
        Embedder(provider),
        provider.GetRequiredService<IFactSelector>(),
        speaker,
        provider.GetRequiredService<AnswerGate>(),
        provider.GetRequiredService<IOptions<RetrievalOptions>>().Value,
        provider.GetRequiredService<IOptions<DecidingOptions>>().Value,
        provider.GetRequiredService<TimeProvider>());

    private static IEmbeddingGenerator<string, Embedding<float>> OpenEmbedder(IServiceProvider provider)
    {
        EmbeddingOptions options = provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value;
        ILogger logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger("HybridAssistant.Embedding");
        string data = Settings(provider).Data;
        return SentenceEmbedderLoader.Load(options, provider.GetRequiredService<IOptions<OnnxOptions>>().Value, logger)!
            .WithCache(Path.Combine(data, "embedding-cache.db"), options.CacheEntries, logger);
    }

    private static void AddIngestion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddReading(configuration);
        services.TryAddSingleton(provider =>
        {
            var options = new IngestionOptions
            {
                DocumentsPath = Settings(provider).DocumentsPath,
                LockPath = provider.GetRequiredService<KnowledgeIndexes>().LockPath,
            };
            configuration.GetSection("Ingestion").Bind(options);
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            return options;
        });
        services.TryAddSingleton(provider => new DocumentStore(provider.GetRequiredService<IngestionOptions>().DocumentsPath));
        services.TryAddSingleton(provider => new IngestionPipeline(
            provider.GetRequiredService<IKnowledgeIndex>(),
            provider.GetRequiredService<ISpecSheetReader>(),
            Embedder(provider),
            provider.GetRequiredService<IngestionOptions>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<FolderWatcher>();
        services.TryAddSingleton<SheetPages>();
        services.TryAddSingleton(provider => new IndexRebuild(
            provider.GetRequiredService<ISpecSheetReader>(),
            Embedder(provider),
            provider.GetRequiredService<IIndexReplacer>(),
            provider.GetRequiredService<IngestionOptions>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddReading(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SheetLimits>().Bind(configuration.GetSection(SheetLimits.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OcrOptions>().Bind(configuration.GetSection(OcrOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IPageRenderer, PopplerPageRenderer>();
        services.TryAddSingleton<ISpecSheetReader>(provider =>
        {
            SheetLimits limits = provider.GetRequiredService<IOptions<SheetLimits>>().Value;
            OcrOptions ocr = provider.GetRequiredService<IOptions<OcrOptions>>().Value;
            TimeProvider time = provider.GetRequiredService<TimeProvider>();
            return Settings(provider).Documents.Isolation && provider.GetService<SheetWorkerCommand>() is { } command
                ? new IsolatedSheetReader(command, limits, ocr, time)
                : new SpecSheetReader(limits, new PageRecognizer(ocr, provider.GetRequiredService<IPageRenderer>(), time), time);
        });
    }

    private static HybridAssistantOptions Settings(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<HybridAssistantOptions>>().Value;

    private static IEmbeddingGenerator<string, Embedding<float>>? Embedder(IServiceProvider provider) =>
        provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>();
}
