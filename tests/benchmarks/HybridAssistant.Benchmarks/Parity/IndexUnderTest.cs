using System.Text.Json;
using HybridAssistant.Answering;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ChatResponse = HybridAssistant.Contract.ChatResponse;

namespace HybridAssistant.Benchmarks.Parity;

/// <summary>An index with all that retrieves and answers from it.</summary>
internal sealed class IndexUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly CatalogCache _catalogs = new();
    private readonly QuestionAnalyzer _analyzer = new();
    private readonly HybridRetriever _retriever;
    private readonly QuestionEmbedder _embedder;

    /// <summary>Over the index that the settings lead to.</summary>
    public IndexUnderTest(params (string Key, string Value)[] settings)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHybridAssistant(configuration);
        _services = services.BuildServiceProvider();
        _retriever = new HybridRetriever(_services.GetRequiredService<IOptions<RetrievalOptions>>().Value);
        _embedder = new QuestionEmbedder(_services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
    }

    /// <summary>The index.</summary>
    public IKnowledgeIndex Index => _services.GetRequiredService<IKnowledgeIndex>();

    /// <summary>What retrieval ranks first: facts, passages.</summary>
    public async Task<(RankedCut Facts, RankedCut Passages)> RetrieveAsync(Question question)
    {
        await using IKnowledgeSnapshot snapshot = await Index.OpenSnapshotAsync();
        ProductCatalog catalog = _catalogs.Get(snapshot);
        QuestionAnalysis analysis = _analyzer.Analyze(question, catalog);
        QuestionVectors vectors = await _embedder.EmbedAsync(analysis, CancellationToken.None);
        RetrievalResult retrieved = await _retriever.RetrieveAsync(analysis, catalog, snapshot, vectors.Whole);
        return (
            RankedCut.Of(retrieved.Ranked.Where(entry => entry.Entry.Fact is not null)),
            RankedCut.Of(retrieved.Ranked.Where(entry => entry.Entry.Passage is not null)));
    }

    /// <summary>The whole answer, without what differs from run to run.</summary>
    public async Task<string> AnswerAsync(Question question)
    {
        AnsweredQuestion reply = await _services.GetRequiredService<IQuestionAnswerer>().AnswerAsync(question);
        ChatResponse response = ChatResponse.Of(reply.Answer);
        return JsonSerializer.Serialize(new { response.Status, response.Answer, response.Facts, response.Choices, response.Citations });
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
