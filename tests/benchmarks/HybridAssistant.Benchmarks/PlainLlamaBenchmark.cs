using BenchmarkDotNet.Attributes;
using HybridAssistant.Behavior.Generation.Llama;

namespace HybridAssistant.Benchmarks;

/// <summary>The answer in slots against llama.cpp writing the whole response under its own grammar: at least twice the answers a second.</summary>
[Config(typeof(SingleReplies))]
public class PlainLlamaBenchmark
{
    private SmolModel _model = null!;
    private PlainLlama _plain = null!;
    private GenerationRequest _request = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _model = new SmolModel();
        _plain = new PlainLlama(_model.Engine);
        _request = await _model.RequestAsync(adapter: null, freeTokens: 45);
        _plain.Begin(_request);
        await _model.AnswerAsync();
        (string text, int tokens) = _plain.Answer(_request);
        GenerationResult own = await _model.AnswerAsync();
        Console.WriteLine(FormattableString.Invariant(
            $"// plain: {tokens} tokens; in slots: {own.OutputTokens}, {own.ForcedTokens} of them forced, {own.Steps} decodes\n// {text}"));
    }

    [GlobalCleanup]
    public void Stop()
    {
        _plain.Dispose();
        _model.Dispose();
    }

    [Benchmark(Description = "whole answer in slots", Baseline = true)]
    public Task InSlots() => _model.AnswerAsync();

    [Benchmark(Description = "whole response by plain llama.cpp with a grammar")]
    public (string Text, int Tokens) Plain() => _plain.Answer(_request);
}
