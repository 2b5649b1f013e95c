using BenchmarkDotNet.Attributes;

namespace HybridAssistant.Benchmarks;

/// <summary>Eight users at once against one after another: at least twice the answers a second, so at most half the time for eight.</summary>
[Config(typeof(SingleReplies))]
public class ConcurrentGenerationBenchmark
{
    private const int Users = 8;
    private SmolModel _model = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _model = new SmolModel();
        await _model.AnswerAsync();
    }

    [GlobalCleanup]
    public void Stop() => _model.Dispose();

    [Benchmark(Description = "an answer, eight one after another", OperationsPerInvoke = Users, Baseline = true)]
    public async Task InTurn()
    {
        for (int i = 0; i < Users; i++)
        {
            await _model.AnswerAsync();
        }
    }

    [Benchmark(Description = "an answer, eight at once", OperationsPerInvoke = Users)]
    public Task AtOnce() => Task.WhenAll(Enumerable.Range(0, Users).Select(_ => _model.AnswerAsync()));
}
