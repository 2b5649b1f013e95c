using BenchmarkDotNet.Attributes;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// <c>POST /v1/chat</c> over HTTP on this machine, corpus and real sheets in the index, the question embedded, no language
/// model: the questions of the corpus' evaluation cases in turn. The median is to be below 40 ms.
/// </summary>
[Config(typeof(SingleRequests))]
public class ChatBenchmark
{
    private SampleService _service = null!;

    [GlobalSetup]
    public async Task StartAsync() => _service = await SampleService.StartAsync();

    [GlobalCleanup]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Benchmark(Description = "one question, one client")]
    public Task Ask() => AskNextAsync();

    [Benchmark(Description = "two questions at once, two clients")]
    public Task AskTwice() => Task.WhenAll(AskNextAsync(), AskNextAsync());

    private async Task AskNextAsync()
    {
        int status = await _service.AskNextAsync();
        if (status != 200)
        {
            throw new InvalidOperationException($"The service answered {status}.");
        }
    }
}
