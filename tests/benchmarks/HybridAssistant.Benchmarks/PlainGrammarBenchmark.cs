using BenchmarkDotNet.Attributes;
using HybridAssistant.Behavior.Generation.Llama;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// A grounded answer against plain llama.cpp with its fastest grammar sampler that writes status, answer, values and citation ids
/// from the same evidence, in one run: at least twice the answers a second. The text has as many characters on both sides.
/// </summary>
[Config(typeof(SingleReplies))]
public class PlainGrammarBenchmark
{
    private SmolModel _model = null!;
    private PlainGrammarModel _plain = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        _model = new SmolModel();
        GenerationResult grounded = await _model.AnswerAsync();
        GenerationRequest request = await _model.RequestAsync(null, 45);
        _plain = new PlainGrammarModel(
            _model.File, Environment.ProcessorCount, request.Shared, request.Prompt, (await _model.TextAsync()).Length);
        int tokens = _plain.Answer();
        Console.WriteLine(FormattableString.Invariant(
            $"// grounded: {grounded.OutputTokens} tokens, {grounded.ForcedTokens} of them forced, {grounded.Steps} decodes; plain: {tokens} tokens, each a decode, after {_plain.OwnTokens} of prompt"));
    }

    [GlobalCleanup]
    public void Stop()
    {
        _plain.Dispose();
        _model.Dispose();
    }

    [Benchmark(Description = "plain llama.cpp with GBNF", Baseline = true)]
    public int Plain() => _plain.Answer();

    [Benchmark(Description = "grounded")]
    public Task Grounded() => _model.AnswerAsync();
}
