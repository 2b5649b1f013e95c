using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HybridAssistant.Documents.Isolation;

/// <summary>A reading process seen from outside. It serves one file after another until it is ended or ends itself.</summary>
internal sealed class SheetWorker : IDisposable
{
    private readonly Process _process;

    private SheetWorker(Process process) => _process = process;

    /// <summary>Starts a process and tells it its settings.</summary>
    /// <exception cref="InvalidOperationException">The command cannot be started.</exception>
    public static async Task<SheetWorker> StartAsync(SheetWorkerCommand command, SheetWorkerSettings settings, CancellationToken cancellationToken)
    {
        var info = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        // The runtime ends the process, or throws in it, where its heap would grow beyond this.
        info.Environment["DOTNET_GCHeapHardLimit"] = ((long)settings.Limits.MaxMemoryMiB << 20).ToString("X", CultureInfo.InvariantCulture);
        try
        {
            var worker = new SheetWorker(Process.Start(info) ?? throw new InvalidOperationException($"'{command.FileName}' did not start."));
            await SheetWorkerFrames.WriteJsonAsync(worker.Input, settings, cancellationToken);
            return worker;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"The reading process '{command.FileName}' cannot be started: {exception.Message}. Set Documents:Isolation to false to read in this process.", exception);
        }
    }

    private Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Has a file read; null where the process ended over it.</summary>
    public async Task<SheetReading?> ReadAsync(string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        try
        {
            await SheetWorkerFrames.WriteAsync(Input, Encoding.UTF8.GetBytes(document), cancellationToken);
            await SheetWorkerFrames.WriteAsync(Input, pdf, cancellationToken);
            SheetWorkerReply? reply = await SheetWorkerFrames.ReadJsonAsync<SheetWorkerReply>(_process.StandardOutput.BaseStream, cancellationToken);
            return reply?.ToReading();
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The exit code, once it has ended.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends the process and its children.</summary>
    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }

        _process.Dispose();
    }
}
