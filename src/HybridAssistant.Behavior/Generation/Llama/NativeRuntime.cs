using System.Text;
using LLama.Native;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>
/// The native library, of which a process has one: which build of it is loaded, and where its messages go. Without this it
/// prints some 190 lines for each model.
/// </summary>
internal static class NativeRuntime
{
    private static readonly Lock Gate = new();
    private static readonly StringBuilder Line = new();

    // Native code calls it: it must not be collected.
    private static NativeLogConfig.LLamaLogCallback? _callback;
    private static ILogger? _logger;

    /// <summary>Prepares the library, which the first call to it loads. Its messages go to the logger given last.</summary>
    /// <param name="cuda">Whether its CUDA build may be loaded.</param>
    /// <param name="logger">Takes errors as warnings and all else for debugging.</param>
    public static void Prepare(bool cuda, ILogger logger)
    {
        lock (Gate)
        {
            _logger = logger;
            if (_callback is not null)
            {
                return;
            }

            _callback = Write;
            if (!NativeLibraryConfig.LLama.LibraryHasLoaded)
            {
                NativeLibraryConfig.All.WithCuda(cuda).WithVulkan(false);
            }

            NativeLogConfig.llama_log_set(_callback);
        }
    }

    // Long messages come in pieces; a line is over at its line feed.
    private static void Write(LLamaLogLevel level, string message)
    {
        lock (Gate)
        {
            Line.Append(message);
            if (_logger is null || !message.EndsWith('\n'))
            {
                return;
            }

            string text = Line.ToString().Trim();
            Line.Clear();
            if (level == LLamaLogLevel.Error)
            {
                Log.NativeError(_logger, text);
            }
            else
            {
                Log.Native(_logger, text);
            }
        }
    }
}
