using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>
/// ONNX Runtime's official builds tell their maker about each session since version 1.29, on Linux too, unless they are told not
/// to. A service that answers from a maker's own sheets tells nobody.
/// </summary>
internal static class OnnxTelemetry
{
    /// <summary>Turns it off for this process. To be called before anything else of ONNX Runtime.</summary>
    public static void TurnOff()
    {
        if (OperatingSystem.IsWindows())
        {
            OrtEnv.Instance().DisableTelemetryEvents();
            return;
        }

        // Read when the library makes its environment, before which no call of its own could say so; and in the C library's
        // environment, which .NET's does not change.
        _ = SetVariable("ORT_DISABLE_TELEMETRY", "1", overwrite: 1);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
