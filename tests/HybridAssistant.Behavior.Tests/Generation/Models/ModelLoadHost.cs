using System.Diagnostics;
using System.Globalization;

namespace HybridAssistant.Behavior.Tests.Generation.Models;

/// <summary>A process of its own that loads a file with llama.cpp, with a few bytes changed at a time.</summary>
internal sealed class ModelLoadHost : IDisposable
{
    private readonly Process _process;

    private ModelLoadHost(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => LastWords += line.Data is null ? "" : line.Data + " ";
        _process.BeginErrorReadLine();
    }

    /// <summary>What the process wrote to its error output.</summary>
    public string LastWords { get; private set; } = "";

    public static ModelLoadHost Start(params string[] files)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GGML_NO_BACKTRACE"] = "1" },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "HybridAssistant.ModelLoadHost.dll"));
        foreach (string file in files)
        {
            start.ArgumentList.Add(file);
        }

        return new ModelLoadHost(Process.Start(start)!);
    }

    /// <summary>Loads the file with bytes changed.</summary>
    /// <returns>"loaded", "refused", or null where the process ended.</returns>
    public async Task<string?> LoadAsync(long position, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{position} {Convert.ToHexString(bytes)}"));
            await _process.StandardInput.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }

        return await _process.StandardOutput.ReadLineAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
