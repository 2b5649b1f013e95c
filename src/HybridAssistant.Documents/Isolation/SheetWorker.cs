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
        var worker = new SheetWorker(Start(info));
        try
        {
            await SheetWorkerFrames.WriteJsonAsync(worker.Input, settings, cancellationToken);
        }
        catch (IOException)
        {
            // It has ended before it listened; the first file finds that out and tells the exit code.
        }
        catch
        {
            worker.Dispose();
            throw;
        }

        return worker;
    }

    private static Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info) ?? throw new InvalidOperationException($"'{info.FileName}' did not start.");
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"The reading process '{info.FileName}' cannot be started: {exception.Message}. Set Documents:Isolation to false to read in this process.", exception);
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
