using System.Globalization;
using LLama;
using LLama.Common;
using LLama.Native;
using LLama.Sampling;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// llama.cpp as one would use it without the slots: the same question and evidence in the prompt, and a GBNF grammar for the whole
/// answer as JSON, values and citation ids included, which the model writes itself token by token. Greedy, with the grammar
/// sampler that looks at likely tokens first (LLamaSharp's "extended"), and with the shared part of the prompt kept as well.
/// </summary>
internal sealed class PlainGrammarModel : IDisposable
{
    private const int Limit = 400;

    private readonly LLamaWeights _weights;
    private readonly LLamaContext _context;
    private readonly LLamaToken[] _prompt;
    private readonly int _shared;
    private readonly string _grammar;

    /// <summary>Loads the model and reads the shared part of the prompt.</summary>
    /// <param name="path">A GGUF file.</param>
    /// <param name="threads">Threads for prompt and reply.</param>
    /// <param name="shared">Tokens at the beginning of the prompt that requests have in common.</param>
    /// <param name="own">Its other tokens.</param>
    /// <param name="textLength">Characters of the answer's text: those that the other side says.</param>
    public PlainGrammarModel(string path, int threads, IEnumerable<int> shared, IEnumerable<int> own, int textLength)
    {
        var parameters = new ModelParams(path) { ContextSize = 4_096, BatchSize = 4_096, Threads = threads, BatchThreads = threads, GpuLayerCount = 0 };
        _weights = LLamaWeights.LoadFromFile(parameters);
        _context = _weights.CreateContext(parameters);
        LLamaToken[] beginning = [.. shared.Select(id => (LLamaToken)id)];
        _prompt = [.. beginning, .. own.Select(id => (LLamaToken)id)];
        _shared = beginning.Length;
        _grammar = string.Create(CultureInfo.InvariantCulture, $$"""
            root ::= "{\"status\":\"answered\",\"answer\":\"" char{{{textLength}}} "\",\"values\":[\"" char{6} "\"],\"citations\":[" [1-9] "]}"
            char ::= [a-zA-Z0-9 .,°-]
            """);
        Read(_prompt.AsSpan(0, _shared), 0, needsLogits: false);
    }

    /// <summary>Tokens of the prompt that a request reads.</summary>
    public int OwnTokens => _prompt.Length - _shared;

    /// <summary>One answer.</summary>
    /// <returns>Its tokens.</returns>
    public int Answer()
    {
        _context.NativeHandle.MemorySequenceRemove(LLamaSeqId.Zero, _shared, -1);
        using var sampler = new DefaultSamplingPipeline
        {
            Temperature = 0,
            Grammar = new Grammar(_grammar, "root"),
            GrammarOptimization = DefaultSamplingPipeline.GrammarOptimizationMode.Extended,
        };
        int at = Read(_prompt.AsSpan(_shared), _shared, needsLogits: true);
        int tokens = 0;
        int logits = at - _shared - 1;
        while (tokens < Limit)
        {
            LLamaToken next = sampler.Sample(_context.NativeHandle, logits);
            if (_weights.Vocab.EOS == next || next.IsEndOfGeneration(_weights.Vocab))
            {
                break;
            }

            tokens++;
            at = Read([next], at, needsLogits: true);
            logits = 0;
        }

        return tokens;
    }

    public void Dispose()
    {
        _context.Dispose();
        _weights.Dispose();
    }

    private int Read(ReadOnlySpan<LLamaToken> tokens, int at, bool needsLogits)
    {
        var batch = new LLamaBatch();
        for (int i = 0; i < tokens.Length; i++)
        {
            batch.Add(tokens[i], at + i, LLamaSeqId.Zero, needsLogits && i == tokens.Length - 1);
        }

        DecodeResult result = _context.Decode(batch);
        return result == DecodeResult.Ok ? at + tokens.Length : throw new InvalidOperationException($"llama.cpp did not decode: {result}.");
    }
}
