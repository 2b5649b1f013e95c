using BenchmarkDotNet.Attributes;
using HybridAssistant.Behavior.Generation.Llama;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// One user and a model of SmolLM2-135M's shape: the first token below 300 ms, the whole answer of 45 free tokens below 900 ms,
/// another loaded voice less than 10 ms more. Two quiet processors; anything else that runs beside makes it slower by multiples.
/// </summary>
[Config(typeof(SingleReplies))]
public class GenerationBenchmark
{
    private SmolModel _model = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _model = new SmolModel();
        await _model.AnswerAsync();
        await _model.AnswerAsync("acme");
        await _model.AnswerAsync("blue");
        GenerationResult warm = await _model.AnswerAsync();
        Console.WriteLine(FormattableString.Invariant(
            $"// prompt of {warm.PromptTokens} tokens, {warm.SharedTokens} of them shared; reply of {warm.OutputTokens}, {warm.ForcedTokens} of them forced; {warm.Steps} decodes"));
        Console.WriteLine(FormattableString.Invariant($"// resident with base and two voices: {SmolModel.ResidentMegabytes} MB"));
    }

    [GlobalCleanup]
    public void Stop() => _model.Dispose();

    [Benchmark(Description = "first token")]
    public Task First() => _model.FirstTokenAsync();

    [Benchmark(Description = "whole answer, base", Baseline = true)]
    public Task Answer() => _model.AnswerAsync();

    [Benchmark(Description = "whole answer, voice of rank 16")]
    public Task Voice() => _model.AnswerAsync("acme");

    [Benchmark(Description = "two answers, one voice", OperationsPerInvoke = 2)]
    public async Task OneVoiceTwice()
    {
        await _model.AnswerAsync("acme");
        await _model.AnswerAsync("acme");
    }

    [Benchmark(Description = "two answers, two voices", OperationsPerInvoke = 2)]
    public async Task TwoVoices()
    {
        await _model.AnswerAsync("acme");
        await _model.AnswerAsync("blue");
    }
}
