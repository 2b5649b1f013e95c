using System.ComponentModel.DataAnnotations;
using System.Runtime.InteropServices;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class SentenceEmbedderLoaderTests
{
    private static readonly OnnxOptions OnCpu = new() { Device = "cpu", Threads = 1 };

    [Fact]
    public void Opens_nothing_where_no_model_is_configured() =>
        Assert.Null(SentenceEmbedderLoader.Load(new EmbeddingOptions { Model = "" }, OnCpu, NullLogger.Instance));

    [Fact]
    public void Opens_a_folder_by_its_path()
    {
        using var copy = new ModelFolderCopy("own", withWeights: true);

        using var embedder = SentenceEmbedderLoader.Load(new EmbeddingOptions { Model = copy.Path }, OnCpu, NullLogger.Instance);

        Assert.NotNull(embedder);
    }

    [Fact]
    public void Names_the_shipped_models_where_the_configured_one_is_missing()
    {
        using var copy = new ModelFolderCopy("small-encoder");

        var exception = Assert.Throws<EmbeddingModelException>(() => SentenceEmbedderLoader.Load(
            new EmbeddingOptions { Model = "large-encoder" }, OnCpu, NullLogger.Instance, copy.ParentPath));

        Assert.StartsWith("Embedding:Model is 'large-encoder', but there is no folder", exception.Message);
        Assert.Contains("Shipped models here: small-encoder.", exception.Message);
    }

    [Fact]
    public void Names_the_file_that_is_no_ONNX_model()
    {
        using var copy = new ModelFolderCopy().Write("onnx/model_int8.onnx", "not a model");

        var exception = Assert.Throws<EmbeddingModelException>(() => SentenceEmbedderLoader.Load(
            new EmbeddingOptions { Model = copy.Path }, OnCpu, NullLogger.Instance));

        Assert.Contains("model_int8.onnx' cannot be opened by ONNX Runtime", exception.Message);
    }

    [Fact]
    public void Falls_back_to_the_processor_with_one_line_of_log()
    {
        SkipWhereCudaMayRun();
        var log = new RecordingLogger();

        using var embedder = SentenceEmbedderLoader.Load(new EmbeddingOptions(), new OnnxOptions { Device = "auto" }, log);

        Assert.Single(log.Lines, line => line.StartsWith("CUDA cannot be had, embedding on the CPU: ", StringComparison.Ordinal));
        Assert.Single(log.Lines, line => line.StartsWith("Embedding with all-MiniLM-L6-v2 on cpu, ", StringComparison.Ordinal));
        Assert.Equal(2, log.Lines.Count);
    }

    [Theory]
    [InlineData("cuda")]
    [InlineData("cuda:3")]
    public void Refuses_to_start_where_an_explicit_device_cannot_be_had(string device)
    {
        SkipWhereCudaMayRun();

        var exception = Assert.Throws<EmbeddingModelException>(() => SentenceEmbedderLoader.Load(
            new EmbeddingOptions(), new OnnxOptions { Device = device }, NullLogger.Instance));

        Assert.StartsWith($"Onnx:Device is '{device}', but CUDA cannot be had: ", exception.Message);
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("")]
    public void Refuses_an_unknown_device(string device)
    {
        var exception = Assert.ThrowsAny<ValidationException>(() => SentenceEmbedderLoader.Load(
            new EmbeddingOptions(), new OnnxOptions { Device = device }, NullLogger.Instance));

        Assert.Equal("Onnx:Device must be 'auto', 'cpu', 'cuda' or 'cuda:N' with N from 0 to 99.", exception.Message);
    }

    [Fact]
    public void Refuses_a_batch_size_out_of_range()
    {
        var exception = Assert.Throws<ValidationException>(() => SentenceEmbedderLoader.Load(
            new EmbeddingOptions { MaxBatchSize = 0 }, OnCpu, NullLogger.Instance));

        Assert.Equal("Embedding:MaxBatchSize must be between 1 and 256.", exception.Message);
    }

    private static void SkipWhereCudaMayRun()
    {
        bool hasDriver = NativeLibrary.TryLoad("libcuda.so.1", out nint driver);
        if (hasDriver)
        {
            NativeLibrary.Free(driver);
        }

        Assert.SkipWhen(hasDriver, "A CUDA driver is installed here, so CUDA may well be had.");
    }
}
