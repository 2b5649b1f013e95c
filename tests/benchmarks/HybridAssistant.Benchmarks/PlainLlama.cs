using System.Text;
using HybridAssistant.Behavior.Generation.Llama;
using LLama;
using LLama.Common;
using LLama.Native;
using LLama.Sampling;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// llama.cpp as it comes, with its own grammar sampler at its fastest: the model writes the whole response itself, from the same
/// prompt, whose beginning is kept here too. Without slots it has to write values and citations, and the names of the fields.
/// </summary>
internal sealed class PlainLlama : IDisposable
{
    // The text has the length of 45 tokens or a little less; the lengths of the rest are those of the fact that is asked for.
    private const string Json = """
        root ::= "{\"status\":\"answered\",\"answer\":\"" text "\",\"facts\":[{\"product\":\"" letter{6} "\",\"attribute\":\"" text20 "\",\"condition\":\"" letter{8} "\",\"value\":\"" [0-9]{2} "\",\"unit\":\"" [a-z]{3} "\",\"citation\":1}],\"citations\":[1]}"
        text ::= letter{150}
        text20 ::= letter{20}
        letter ::= [a-zA-Z0-9 ,.-]
        """;

    private readonly LLamaContext _context;
    private readonly LanguageModel _model;
    private readonly LLamaBatch _batch = new();
    private readonly DefaultSamplingPipeline _sampler = new()
    {
        Grammar = new Grammar(Json, "root"),
        GrammarOptimization = DefaultSamplingPipeline.GrammarOptimizationMode.Extended,
        Temperature = 0.01f,
    };

    public PlainLlama(LlamaEngine engine)
    {
        _model = engine.Model;
        _context = _model.Weights.CreateContext(new ModelParams(_model.Path)
        {
            ContextSize = 2_048,
            BatchSize = 512,
            Threads = engine.Options.ThreadsUsed,
            BatchThreads = engine.Options.BatchThreadsUsed,
        });
    }

    /// <summary>Reads the beginning of the prompt, and keeps it.</summary>
    public void Begin(GenerationRequest request) => Read(request.Shared.AsSpan(), 0);

    /// <summary>One response.</summary>
    /// <returns>Its text, and how many tokens it took.</returns>
    public (string Text, int Tokens) Answer(GenerationRequest request)
    {
        _context.NativeHandle.MemorySequenceRemove(LLamaSeqId.Zero, request.Shared.Length, -1);
        _sampler.Reset();
        Read(request.Prompt.AsSpan(), request.Shared.Length);
        int position = request.Shared.Length + request.Prompt.Length;
        var text = new List<byte>();
        int tokens = 0;
        while (true)
        {
            LLamaToken token = _sampler.Sample(_context.NativeHandle, _batch.TokenCount - 1);
            if (token.IsEndOfGeneration(_model.Weights.Vocab) || tokens == 500)
            {
                return (Encoding.UTF8.GetString([.. text]), tokens);
            }

            tokens++;
            text.AddRange(_model.Vocabulary.BytesOf((int)token));
            _batch.Clear();
            _batch.Add(token, position++, LLamaSeqId.Zero, true);
            Decode();
        }
    }

    public void Dispose()
    {
        _sampler.Dispose();
        _context.Dispose();
    }

    private void Read(ReadOnlySpan<int> tokens, int position)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (i % 128 == 0)
            {
                _batch.Clear();
            }

            _batch.Add(tokens[i], position + i, LLamaSeqId.Zero, i == tokens.Length - 1);
            if (_batch.TokenCount == 128 || i == tokens.Length - 1)
            {
                Decode();
            }
        }
    }

    private void Decode()
    {
        DecodeResult result = _context.Decode(_batch);
        if (result != DecodeResult.Ok)
        {
            throw new InvalidOperationException($"llama.cpp could not decode: {result}.");
        }
    }
}
