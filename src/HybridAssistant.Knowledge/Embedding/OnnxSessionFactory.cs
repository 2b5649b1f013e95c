using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.ML.OnnxRuntime;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Opens an ONNX file on the device that the setting names.</summary>
internal static class OnnxSessionFactory
{
    /// <exception cref="EmbeddingModelException">The file is damaged, or an explicit CUDA device cannot be had.</exception>
    public static OnnxSession Open(string modelFile, OnnxOptions options, ILogger logger)
    {
        OnnxTelemetry.TurnOff();
        var device = ExecutionDevice.Parse(options.Device);
        int threads = options.Threads > 0 ? options.Threads : Math.Clamp(Environment.ProcessorCount / 2, 1, 4);
        if (device.WantsCuda)
        {
            try
            {
                // Listing the providers is no probe: CUDA is listed on machines without one. Opening is.
                InferenceSession session = OpenSession(modelFile, threads, device.Ordinal);
                return new OnnxSession(session, string.Create(CultureInfo.InvariantCulture, $"cuda:{device.Ordinal}"), threads);
            }
            catch (OnnxRuntimeException exception) when (device.MayFallBack)
            {
                Log.CudaUnavailable(logger, Reason(exception));
            }
            catch (OnnxRuntimeException exception)
            {
                throw new EmbeddingModelException(
                    $"Onnx:Device is '{options.Device}', but CUDA cannot be had: {Reason(exception)}. "
                    + "Install the CUDA and cuDNN libraries it names, build with -p:OnnxRuntimeFlavor=gpu, "
                    + "or set Onnx:Device to 'auto' or 'cpu'.", modelFile, exception);
            }
        }

        try
        {
            return new OnnxSession(OpenSession(modelFile, threads, cudaOrdinal: null), "cpu", threads);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new EmbeddingModelException(
                $"'{modelFile}' cannot be opened by ONNX Runtime: {Reason(exception)}. Copy or export the model again.",
                modelFile, exception);
        }
    }

    private static InferenceSession OpenSession(string modelFile, int threads, int? cudaOrdinal)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        // Threads that spin while they wait make two threads slower than one as soon as anything else runs.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        if (cudaOrdinal is { } ordinal)
        {
            using var cuda = new OrtCUDAProviderOptions();
            cuda.UpdateOptions(new Dictionary<string, string>
            {
                ["device_id"] = ordinal.ToString(CultureInfo.InvariantCulture),
            });
            options.AppendExecutionProvider_CUDA(cuda);
        }

        return new InferenceSession(modelFile, options);
    }

    // "[ErrorCode:Fail] /source/file.cc:2043 function [ONNXRuntimeError] : 1 : FAIL : the reason" without what is before the reason.
    private static string Reason(OnnxRuntimeException exception)
    {
        string message = exception.Message;
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        string line = end < 0 ? message : message[..end];
        const string Prelude = " : FAIL : ";
        int start = line.LastIndexOf(Prelude, StringComparison.Ordinal) is >= 0 and var found
            ? found + Prelude.Length
            : line.IndexOf(']', StringComparison.Ordinal) + 1;
        return line[start..].Trim().TrimEnd('.');
    }
}
