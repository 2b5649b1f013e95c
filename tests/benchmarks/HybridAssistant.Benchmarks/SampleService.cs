using System.Net.Http.Json;
using System.Text.Json;
using HybridAssistant.Api;
using HybridAssistant.Documents;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// The service on a free port of this machine, corpus and real sheets in its index, the question embedded, no language model; and
/// the questions of the corpus' evaluation cases to ask it.
/// </summary>
internal sealed class SampleService : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sample-service-");
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly string[] _questions;
    private int _next;

    private SampleService(HttpMessageHandler handler)
    {
        _client = new HttpClient(handler);
        _questions = [.. Directory.GetFiles(SampleSheets.Cases, "*.jsonl", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(QuestionOf)];
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Data", _data.FullName), new("Urls", "http://127.0.0.1:0")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddHybridAssistant(builder.Configuration);
        builder.Services.AddHybridApi(builder.Configuration);
        _app = builder.Build();
        _app.MapHybridApi();
    }

    /// <summary>Ingests and starts.</summary>
    /// <param name="maxConnections">Most connections that clients open; each client of a load has its own.</param>
    public static async Task<SampleService> StartAsync(int maxConnections = int.MaxValue)
    {
        var service = new SampleService(new SocketsHttpHandler { MaxConnectionsPerServer = maxConnections });
        await service.IngestAsync();
        await service._app.StartAsync();
        service._client.BaseAddress = new Uri(service._app.Urls.Single());
        return service;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _client.BaseAddress!;

    /// <summary>Asks the next question and reads the whole answer.</summary>
    /// <returns>The HTTP status.</returns>
    public async Task<int> AskNextAsync()
    {
        string question = _questions[(uint)Interlocked.Increment(ref _next) % _questions.Length];
        using HttpResponseMessage response = await _client.PostAsJsonAsync("/v1/chat", new { message = question });
        _ = await response.Content.ReadAsByteArrayAsync();
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static string QuestionOf(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("question").GetString()!;
    }

    private async Task IngestAsync()
    {
        // Read in this process: a benchmark has no worker program to read in.
        var pipeline = new IngestionPipeline(
            _app.Services.GetRequiredService<IKnowledgeIndex>(),
            new SpecSheetReader(),
            _app.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
            new IngestionOptions
            {
                DocumentsPath = Path.Combine(_data.FullName, "documents"),
                LockPath = Path.Combine(_data.FullName, "index.db.lock"),
            },
            TimeProvider.System);
        IngestionReport report = await pipeline.IngestAsync(SampleSheets.Folders);
        Console.WriteLine(FormattableString.Invariant(
            $"// {report.Results.Sum(result => result.FactCount)} facts of {report.Count(IngestionOutcome.Added)} sheets, {_questions.Length} questions"));
    }
}
