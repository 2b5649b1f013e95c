using System.Net.Http.Json;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
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
/// <c>POST /v1/chat</c> over HTTP on this machine, corpus and real sheets in the index, the question embedded, no language
/// model: the questions of the corpus' evaluation cases in turn. The median is to be below 40 ms.
/// </summary>
[Config(typeof(SingleRequests))]
public class ChatBenchmark
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("chat-benchmark-");
    private readonly HttpClient _client = new();
    private string[] _questions = [];
    private WebApplication _app = null!;
    private int _next;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _questions = [.. Directory.GetFiles(SampleSheets.Cases, "*.jsonl", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!)];

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Data", _data.FullName), new("Urls", "http://127.0.0.1:0")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddHybridAssistant(builder.Configuration);
        builder.Services.AddHybridApi(builder.Configuration);
        _app = builder.Build();
        _app.MapHybridApi();
        await IngestAsync();
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Benchmark(Description = "one question, one client")]
    public Task Ask() => AskNextAsync();

    [Benchmark(Description = "two questions at once, two clients")]
    public Task AskTwice() => Task.WhenAll(AskNextAsync(), AskNextAsync());

    private async Task AskNextAsync()
    {
        string question = _questions[Interlocked.Increment(ref _next) % _questions.Length];
        using HttpResponseMessage response = await _client.PostAsJsonAsync("/v1/chat", new { message = question });
        response.EnsureSuccessStatusCode();
        _ = await response.Content.ReadAsByteArrayAsync();
    }

    private async Task IngestAsync()
    {
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
