using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior;

/// <summary>What the behaviour layer logs. Text of sheets, questions and answers never enters.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Language model '{Name}' from '{Path}' on {Device}: {Tokens} tokens in its vocabulary.")]
    public static partial void ModelLoaded(ILogger logger, string name, string path, string device, int tokens);

    [LoggerMessage(2, LogLevel.Information, "Adapter '{Adapter}' is in memory, taken from '{Path}'.")]
    public static partial void AdapterLoaded(ILogger logger, string adapter, string path);

    [LoggerMessage(3, LogLevel.Information, "Adapter '{Adapter}' has left memory.")]
    public static partial void AdapterClosed(ILogger logger, string adapter);

    [LoggerMessage(4, LogLevel.Warning, "The new file of adapter '{Adapter}' cannot be used, the one in memory stays: {Reason}")]
    public static partial void AdapterKept(ILogger logger, string adapter, string reason);

    [LoggerMessage(5, LogLevel.Error, "Decoding failed; the requests under way end and the context starts afresh.")]
    public static partial void DecodingFailed(ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Debug, "llama.cpp: {Message}")]
    public static partial void Native(ILogger logger, string message);

    [LoggerMessage(7, LogLevel.Warning, "llama.cpp: {Message}")]
    public static partial void NativeError(ILogger logger, string message);

    [LoggerMessage(8, LogLevel.Warning, "Batches take {Factor:0.0} times as long with {Threads} threads as with {Fewer}, because others use the processors; {Fewer} are used for a while.")]
    public static partial void ThreadsReduced(ILogger logger, double factor, int threads, int fewer);

    [LoggerMessage(9, LogLevel.Information, "The upstream {Endpoint} refused a JSON Schema with {Status}; from here on the prompt alone asks for JSON. Set Behavior:Upstream:JsonSchema to off to save the attempt.")]
    public static partial void SchemaRefused(ILogger logger, string endpoint, int status);
}
