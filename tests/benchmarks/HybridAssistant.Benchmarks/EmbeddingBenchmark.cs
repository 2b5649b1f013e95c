using BenchmarkDotNet.Attributes;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.ML.OnnxRuntime;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// The embedder from text to unit vector, against the bare ONNX Runtime session on tensors made before: tokenizing,
/// batching, pooling and normalising may cost a tenth. 256 lines of facts, in runs of one thread, as many beside each other
/// as there are processors; and one question.
/// </summary>
[Config(typeof(ShortRuns))]
public class EmbeddingBenchmark
{
    private const int Lines = 256;
    private const string Question = "What is the maximum working pressure of the KX-200 at 20 °C?";

    private readonly OnnxOptions _onnx = new() { Device = "cpu", Threads = 1 };
    private string[] _lines = [];
    private SentenceEmbedder _embedder = null!;
    private OnnxSession _session = null!;
    private List<TokenBatch> _batches = [];
    private TokenBatch _question = null!;

    [Params(8, 32)]
    public int BatchSize { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var options = new EmbeddingOptions { MaxBatchSize = BatchSize };
        ModelFolder folder = ModelFolderReader.Read(Path.Combine(SentenceEmbedderLoader.ShippedModelsFolder, options.Model));
        _embedder = SentenceEmbedderLoader.Open(folder, options, _onnx, NullLogger.Instance);
        _session = OnnxSessionFactory.Open(folder.ModelFile, _onnx, NullLogger.Instance);
        _lines = SpecLines.Draw(seed: 1, Lines);
        List<long[]> texts = [.. _lines.Select(_embedder.Tokenizer.Encode)];
        _batches =
        [
            .. LengthBatcher.Batch([.. texts.Select(text => text.Length)], BatchSize, options.MaxBatchTokens)
                .Select(batch => TokenBatch.Create(texts, batch, _embedder.Tokenizer.PaddingId)),
        ];
        _question = TokenBatch.Create([_embedder.Tokenizer.Encode(Question)], new([0]), _embedder.Tokenizer.PaddingId);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _embedder.Dispose();
        _session.Session.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Lines, Description = "bare session, a line")]
    public void BareLines() =>
        Parallel.ForEach(_batches, new ParallelOptions { MaxDegreeOfParallelism = _session.ParallelRuns }, RunBare);

    [Benchmark(OperationsPerInvoke = Lines, Description = "embedder, a line")]
    public Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedLines() => _embedder.EmbedDocumentsAsync(_lines);

    [Benchmark(Description = "bare session, one question")]
    public void BareQuestion() => RunBare(_question);

    [Benchmark(Description = "embedder, one question")]
    public Task<ReadOnlyMemory<float>> EmbedQuestion() => _embedder.EmbedQueryAsync(Question);

    private void RunBare(TokenBatch batch)
    {
        long[] shape = [batch.Rows, batch.Width];
        using var run = new RunOptions();
        using OrtValue ids = OrtValue.CreateTensorValueFromMemory(batch.Ids, shape);
        using OrtValue mask = OrtValue.CreateTensorValueFromMemory(batch.Mask, shape);
        using OrtValue types = OrtValue.CreateTensorValueFromMemory(new long[batch.Ids.Length], shape);
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Session.Run(
            run, ["input_ids", "attention_mask", "token_type_ids"], [ids, mask, types], ["last_hidden_state"]);
    }
}
