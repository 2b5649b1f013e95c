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
    private readonly BatchThreads _threads;
    private readonly TimeProvider _time;

    private LlamaDecoder(LLamaContext context, LoadedAdapter? adapter, BatchThreads threads, TimeProvider time)
    {
        _context = context;
        _adapter = adapter;
        _threads = threads;
        _time = time;
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
    /// <param name="threads">How many threads a batch gets; the same for all contexts, since it depends on the machine.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="LanguageModelException">llama.cpp makes no context.</exception>
    public static LlamaDecoder Create(
        LanguageModel model, LoadedAdapter? adapter, GenerationOptions options, int sequences, BatchThreads threads, TimeProvider time)
    {
        var parameters = new ModelParams(model.Path)
        {
            ContextSize = (uint)options.ContextTokens,
            BatchSize = BatchSize,
            UBatchSize = BatchSize,
            SeqMax = (uint)sequences,
            KVUnified = true,
            Threads = options.ThreadsUsed,
            BatchThreads = options.BatchThreadsUsed,
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

            return new LlamaDecoder(context, adapter, threads, time);
        }
        catch (RuntimeError error)
        {
            context?.Dispose();
            throw Impossible(model, options, error);
        }
    }

    public DecodeResult Decode(LLamaBatch batch)
    {
        int tokens = batch.TokenCount;
        if (tokens <= 1)
        {
            // llama.cpp takes its other number of threads for a single token.
            return _context.NativeHandle.Decode(batch);
        }

        int threads = _threads.For(tokens);
        if (_context.BatchThreads != threads)
        {
            _context.BatchThreads = threads;
        }

        long start = _time.GetTimestamp();
        DecodeResult result = _context.NativeHandle.Decode(batch);
        _threads.Observe(tokens, threads, _time.GetElapsedTime(start));
        return result;
    }

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
