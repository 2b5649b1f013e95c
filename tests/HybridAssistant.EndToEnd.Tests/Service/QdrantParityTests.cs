using System.Text.Json;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Copying;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.QdrantDouble;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.EndToEnd.Tests.Service;

/// <summary>The corpus in both indexes: the same questions find the same lines.</summary>
public sealed class QdrantParityTests
{
    private const int Best = 10;

    // Every fifth question of the corpus' cases; all of them give 99.9 %.
    private const int Step = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_corpus_questions_find_the_same_ten_best_facts_and_passages_in_SQLite_and_on_Qdrant()
    {
        using var workspace = new Workspace();
        CommandOutcome ingested = await workspace.RunAsync("ingest", Path.Combine(Repository.Corpus, "sheets"));
        Assert.NotEqual(2, ingested.ExitCode);
        var options = new SqliteIndexOptions { Path = Path.Combine(workspace.Data, "index.db") };
        await using SqliteKnowledgeIndex sqlite = SqliteKnowledgeIndex.Open(options, TimeProvider.System);
        await using QdrantDoubleServer server = await QdrantDoubleServer.StartAsync(new QdrantDoubleOptions { RecordCalls = false }, Cancel);
        using QdrantConnection connection = QdrantConnection.Open(
            new QdrantOptions { Address = server.Address.ToString(), Exact = true }, TimeProvider.System, NullLogger.Instance);
        await using var qdrant = new QdrantKnowledgeIndex(connection, null, TimeProvider.System);
        await new IndexCopy(sqlite, qdrant).RunAsync(cancellationToken: Cancel);

        string[] questions = [.. Questions().Where((_, i) => i % Step == 0)];
        int same = await CountSameAsync(questions, sqlite, qdrant);

        Assert.True(questions.Length > 200);
        Assert.True(same >= 0.95 * questions.Length, $"{same} of {questions.Length}");
    }

    private static async Task<int> CountSameAsync(string[] questions, IKnowledgeIndex sqlite, IKnowledgeIndex qdrant)
    {
        using IEmbeddingGenerator<string, Embedding<float>> embedder = SentenceEmbedderLoader.Load(new EmbeddingOptions(), new OnnxOptions(), NullLogger.Instance)!;
        await using IKnowledgeSnapshot left = await sqlite.OpenSnapshotAsync(Cancel);
        await using IKnowledgeSnapshot right = await qdrant.OpenSnapshotAsync(Cancel);
        ProductCatalog catalog = new CatalogCache().Get(left);
        var analyzer = new QuestionAnalyzer();
        var ofSqlite = new HybridRetriever(new RetrievalOptions());
        var ofQdrant = new HybridRetriever(new RetrievalOptions());
        int same = 0;
        foreach (string question in questions)
        {
            QuestionAnalysis analysis = analyzer.Analyze(new Question { Message = question }, catalog);
            ReadOnlyMemory<float> vector = (await embedder.GenerateAsync([question], cancellationToken: Cancel))[0].Vector;
            RetrievalResult one = await ofSqlite.RetrieveAsync(analysis, catalog, left, vector, Cancel);
            RetrievalResult other = await ofQdrant.RetrieveAsync(analysis, catalog, right, vector, Cancel);
            same += HasSameBest(one, other, facts: true) && HasSameBest(one, other, facts: false) ? 1 : 0;
        }

        return same;
    }

    // As sets; at the cut any of those that score alike may be among the best.
    private static bool HasSameBest(RetrievalResult one, RetrievalResult other, bool facts)
    {
        ScoredEntry[] left = [.. one.Ranked.Where(found => found.Entry.Fact is not null == facts)];
        ScoredEntry[] right = [.. other.Ranked.Where(found => found.Entry.Fact is not null == facts)];
        return Holds(left, right) && Holds(right, left);
    }

    private static bool Holds(ScoredEntry[] all, ScoredEntry[] others)
    {
        double cut = all.Length > Best ? all[Best - 1].Score - 1e-9 : double.NegativeInfinity;
        HashSet<string> allowed = [.. all.Where(found => found.Score >= cut).Select(found => found.Entry.Id)];
        return others.Take(Best).All(found => allowed.Contains(found.Entry.Id));
    }

    private static IEnumerable<string> Questions() =>
        Directory.GetFiles(Path.Combine(Repository.Corpus, "cases"), "*.jsonl", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!);
}
