using Microsoft.Extensions.Logging;

namespace HybridAssistant.Knowledge;

/// <summary>What the knowledge layer logs. Text of sheets and of questions never enters.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Embedding with {Model} on {Device}, {Threads} thread(s), {Dimensions} dimensions, fingerprint {Fingerprint}.")]
    public static partial void EmbedderReady(ILogger logger, string model, string device, int threads, int dimensions, string fingerprint);

    [LoggerMessage(2, LogLevel.Information, "CUDA cannot be had, embedding on the CPU: {Reason}. Set Onnx:Device to 'cpu' to stop trying.")]
    public static partial void CudaUnavailable(ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Warning, "The embedding cache '{Path}' is damaged and starts over: {Reason}")]
    public static partial void EmbeddingCacheDamaged(ILogger logger, string path, string reason);

    [LoggerMessage(4, LogLevel.Warning, "The embedding cache '{Path}' cannot be used, embedding goes on without it: {Reason}")]
    public static partial void EmbeddingCacheUnavailable(ILogger logger, string path, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The embedding cache failed, embedding goes on without it: {Reason}")]
    public static partial void EmbeddingCacheFailed(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Qdrant is version {Version}; the newest that this program was tried with is {Newest}. Run 'hybrid doctor --qdrant' to see whether it keeps the rules that the index relies on.")]
    public static partial void QdrantUntried(ILogger logger, string version, string newest);
}
