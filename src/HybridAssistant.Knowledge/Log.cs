using Microsoft.Extensions.Logging;

namespace HybridAssistant.Knowledge;

/// <summary>What the knowledge layer logs. Text of sheets and of questions never enters.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Embedding with {Model} on {Device}, {Threads} thread(s), {Dimensions} dimensions, fingerprint {Fingerprint}.")]
    public static partial void EmbedderReady(ILogger logger, string model, string device, int threads, int dimensions, string fingerprint);

    [LoggerMessage(2, LogLevel.Information, "CUDA cannot be had, embedding on the CPU: {Reason}. Set Onnx:Device to 'cpu' to stop trying.")]
    public static partial void CudaUnavailable(ILogger logger, string reason);
}
