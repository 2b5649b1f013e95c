using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>
/// Embeds texts with any encoder of the BERT family in a sentence-transformers folder, through ONNX Runtime.
/// Safe for concurrent use.
/// </summary>
internal sealed class SentenceEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ModelFolder _folder;
    private readonly OnnxSession _onnx;
    private readonly EmbeddingOptions _options;
    private readonly BertTextTokenizer _tokenizer;
    private readonly EncoderGraph _graph;
    private readonly EmbedderFingerprint _fingerprint;
    private readonly EmbeddingGeneratorMetadata _metadata;

    public SentenceEmbedder(ModelFolder folder, OnnxSession onnx, EmbedderFingerprint fingerprint, EmbeddingOptions options)
    {
        _folder = folder;
        _onnx = onnx;
        _options = options;
        _fingerprint = fingerprint;
        _tokenizer = BertTextTokenizer.Create(folder.Tokenizer, folder.MaxTokens);
        _graph = EncoderGraph.Inspect(onnx.Session, folder);
        _metadata = new EmbeddingGeneratorMetadata("onnx", providerUri: null, folder.Name, folder.Dimensions);
    }

    public BertTextTokenizer Tokenizer => _tokenizer;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } dimensions && dimensions != _folder.Dimensions)
        {
            throw new ArgumentException(
                $"{dimensions} dimensions were asked for; the model '{_folder.Name}' has {_folder.Dimensions}.", nameof(options));
        }

        string prefix = options.GetPurpose() == EmbeddingPurpose.Query ? _folder.QueryPrefix : _folder.DocumentPrefix;
        return Task.Run(() => EmbedAsync(values, prefix, cancellationToken), cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbedderFingerprint) ? _fingerprint
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose() => _onnx.Session.Dispose();

    private async Task<GeneratedEmbeddings<Embedding<float>>> EmbedAsync(
        IEnumerable<string> values, string prefix, CancellationToken cancellationToken)
    {
        List<long[]> texts = [];
        foreach (string value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            texts.Add(_tokenizer.Encode(prefix.Length == 0 ? value : prefix + value));
        }

        var embeddings = new Embedding<float>[texts.Count];
        int[] lengths = [.. texts.Select(text => text.Length)];
        using var run = new RunOptions();
        using CancellationTokenRegistration cancellation = cancellationToken.Register(() => run.Terminate = true);
        await Parallel.ForEachAsync(
            LengthBatcher.Batch(lengths, _options.MaxBatchSize, _options.MaxBatchTokens),
            new ParallelOptions { MaxDegreeOfParallelism = _onnx.ParallelRuns, CancellationToken = cancellationToken },
            (batch, _) =>
            {
                RunBatch(run, texts, batch, embeddings, cancellationToken);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        return new GeneratedEmbeddings<Embedding<float>>(embeddings)
        {
            Usage = new UsageDetails { InputTokenCount = lengths.Sum(length => (long)length) },
        };
    }

    private void RunBatch(
        RunOptions run, List<long[]> texts, ArraySegment<int> batch, Embedding<float>[] embeddings, CancellationToken cancellationToken)
    {
        TokenBatch tokens = TokenBatch.Create(texts, batch, _tokenizer.PaddingId);
        try
        {
            _graph.Run(_onnx.Session, run, tokens, (row, vector) => embeddings[batch[row]] = new(vector) { ModelId = _folder.Name });
        }
        catch (OnnxRuntimeException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("Embedding was cancelled.", exception, cancellationToken);
        }
    }
}
