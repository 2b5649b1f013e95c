using LLama;
using LLama.Common;
using LLama.Exceptions;
using LLama.Native;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>A context on a model's weights, with an adapter set or none.</summary>
internal sealed class LlamaDecoder : IDecoder
{
    // Longer batches are hardly faster (660 tokens/s against 620 with 64), take more memory, and cannot be interrupted.
    private const int BatchSize = 128;

    private readonly LLamaContext _context;
    private readonly LoadedAdapter? _adapter;

    private LlamaDecoder(LLamaContext context, LoadedAdapter? adapter)
    {
        _context = context;
        _adapter = adapter;
        Positions = (int)context.ContextSize;
        BatchTokens = (int)context.BatchSize;
    }

    public int Positions { get; }

    public int BatchTokens { get; }

    /// <summary>Makes a context.</summary>
    /// <param name="model">The weights.</param>
    /// <param name="adapter">The adapter, which the context then owns; null: the base.</param>
    /// <param name="options">Positions and threads.</param>
    /// <param name="sequences">Sequences that are used.</param>
    /// <exception cref="LanguageModelException">llama.cpp makes no context.</exception>
    public static LlamaDecoder Create(LanguageModel model, LoadedAdapter? adapter, GenerationOptions options, int sequences)
    {
        var parameters = new ModelParams(model.Path)
        {
            ContextSize = (uint)options.ContextTokens,
            BatchSize = BatchSize,
            UBatchSize = BatchSize,
            SeqMax = (uint)sequences,
            KVUnified = true,
            Threads = options.Threads > 0 ? options.Threads : Math.Clamp(Environment.ProcessorCount / 2, 1, 4),
            BatchThreads = options.BatchThreads > 0 ? options.BatchThreads : Math.Min(Environment.ProcessorCount, 8),
        };
        LLamaContext? context = null;
        try
        {
            context = model.Weights.CreateContext(parameters);
            // Only this tells that it could not be made; any use of it would end the process.
            if (context.NativeHandle.IsInvalid)
            {
                throw Impossible(model, options, null);
            }

            if (adapter is not null)
            {
                context.NativeHandle.SetLoraAdapters([(adapter.Native, 1f)]);
            }

            return new LlamaDecoder(context, adapter);
        }
        catch (RuntimeError error)
        {
            context?.Dispose();
            throw Impossible(model, options, error);
        }
    }

    public DecodeResult Decode(LLamaBatch batch) => _context.NativeHandle.Decode(batch);

    public Span<float> Logits(int index) => _context.NativeHandle.GetLogitsIth(index);

    public void Fork(int from, int to) => _context.NativeHandle.MemorySequenceCopy((LLamaSeqId)from, (LLamaSeqId)to, -1, -1);

    public void Remove(int sequence) => _context.NativeHandle.MemorySequenceRemove((LLamaSeqId)sequence, -1, -1);

    public void Clear() => _context.NativeHandle.MemoryClear(false);

    public void Dispose()
    {
        _context.Dispose();
        _adapter?.Dispose();
    }

    private static LanguageModelException Impossible(LanguageModel model, GenerationOptions options, Exception? cause) => new(
        $"llama.cpp could not make a context of {options.ContextTokens} tokens for the model '{model.Path}'. "
        + "Lower Behavior:Generation:ContextTokens; its log says more.",
        model.Path,
        cause);
}
