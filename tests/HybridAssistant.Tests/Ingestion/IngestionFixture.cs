using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Tests.Ingestion;

/// <summary>A data folder with an index, a folder of sheets, and a pipeline between them.</summary>
internal sealed class IngestionFixture : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hybrid-ingest-");

    public IngestionFixture(IEmbeddingGenerator<string, Embedding<float>>? embedder = null)
    {
        Options = new IngestionOptions
        {
            DocumentsPath = Path.Combine(Data, "documents"),
            LockPath = IndexPath + ".lock",
            WriterName = "hybrid ingest",
        };
        Index = OpenIndex(embedder?.GetFingerprint());
        Pipeline = new IngestionPipeline(Index, Reader, embedder, Options, TimeProvider.System);
        Directory.CreateDirectory(Sheets);
    }

    public string Root => _root.FullName;

    public string Data => Path.Combine(_root.FullName, "data");

    public string IndexPath => Path.Combine(Data, "index.db");

    public string Sheets => Path.Combine(_root.FullName, "sheets");

    public IngestionOptions Options { get; }

    public LineSheetReader Reader { get; } = new();

    public IKnowledgeIndex Index { get; }

    public IngestionPipeline Pipeline { get; }

    public IKnowledgeIndex OpenIndex(string? fingerprint = null) => SqliteKnowledgeIndex.Open(
        new SqliteIndexOptions { Path = IndexPath, EmbedderFingerprint = fingerprint }, TimeProvider.System);

    public IndexRebuild Rebuild(IEmbeddingGenerator<string, Embedding<float>>? embedder = null) => new(
        Reader,
        embedder,
        new SqliteIndexReplacer(new SqliteIndexOptions { Path = IndexPath, EmbedderFingerprint = embedder?.GetFingerprint() }, TimeProvider.System),
        Options,
        TimeProvider.System);

    /// <summary>Writes a sheet below the folder of sheets.</summary>
    public string Write(string name, params string[] lines)
    {
        string path = Path.Combine(Sheets, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Join('\n', lines));
        return path;
    }

    /// <summary>Ingests the folder of sheets and says what became of each document.</summary>
    public async Task<string[]> IngestAsync(params string[] paths)
    {
        IngestionReport report = await Pipeline.IngestAsync(
            paths.Length > 0 ? paths : [Sheets], cancellationToken: TestContext.Current.CancellationToken);
        return [.. report.Results.Select(result => $"{result.Document} {result.Outcome}")];
    }

    public async Task<string[]> DocumentsAsync() =>
        [.. (await Index.ListAsync(TestContext.Current.CancellationToken)).Select(document => document.Document)];

    public async ValueTask DisposeAsync()
    {
        await Index.DisposeAsync();
        _root.Delete(recursive: true);
    }
}
