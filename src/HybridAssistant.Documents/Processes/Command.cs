using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HybridAssistant.Documents.Processes;

/// <summary>Runs a command of the system with bounded time and output. Cancelling ends it with all its children.</summary>
internal sealed class Command(string fileName, TimeSpan timeout, long maxOutputBytes, TimeProvider time)
{
    private const int MaxErrorCharacters = 4000;

    /// <summary>Variables set for the command besides the inherited ones.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>How it ended; null where there is no such command.</returns>
    public async Task<CommandResult?> RunAsync(IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            Task<string> errors = ReadErrorsAsync(process, both.Token);
            Task feed = FeedAsync(process, input, both.Token);
            byte[]? output = await ReadOutputAsync(process.StandardOutput.BaseStream, both.Token);
            if (output is null)
            {
                return new CommandResult(null, [], $"more than {maxOutputBytes} bytes of output");
            }

            await feed;
            await process.WaitForExitAsync(both.Token);
            return new CommandResult(process.ExitCode, output, await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CommandResult(null, [], $"no end after {timeout.TotalSeconds:0} s");
        }
        finally
        {
            End(process);
        }
    }

    private ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in Environment)
        {
            info.Environment[name] = value;
        }

        return info;
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The command ended before it had read everything; its exit code says why.
        }
    }

    private async Task<byte[]?> ReadOutputAsync(Stream output, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = await output.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > maxOutputBytes)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static async Task<string> ReadErrorsAsync(Process process, CancellationToken cancellationToken)
    {
        var kept = new StringBuilder();
        char[] buffer = new char[1024];
        int read;
        while ((read = await process.StandardError.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Append(buffer, 0, Math.Min(read, MaxErrorCharacters - kept.Length));
        }

        return kept.ToString().Trim();
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }
    }
}
