using System.Diagnostics;

namespace HybridAssistant.Tests.Ingestion;

/// <summary>Another process that ingests, to be watched and killed.</summary>
internal sealed class IngestHost : IDisposable
{
    private readonly Process _process;

    private IngestHost(Process process) => _process = process;

    public static IngestHost Start(string data, string sheets)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "HybridAssistant.IngestHost.dll"), data, sheets },
        };
        return new IngestHost(Process.Start(start)!);
    }

    /// <summary>The name of the next document that is done; null once the process has ended.</summary>
    public async Task<string?> NextDocumentAsync() => await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends the process as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitAsync();
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
