using System.Collections.Concurrent;
using System.Globalization;
using HybridAssistant.Documents.Ocr;

namespace HybridAssistant.Documents.Isolation;

/// <summary>
/// Reads sheets in processes of their own, so that a file that hangs, exhausts memory or overflows the stack costs its
/// process and not the service. Processes are kept for the next file; one that misbehaved is replaced.
/// </summary>
public sealed class IsolatedSheetReader : ISpecSheetReader, IDisposable
{
    // The reader inside measures the limit too and answers in time where it can; then the process is ended.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly SheetWorkerCommand _command;
    private readonly SheetWorkerSettings _settings;
    private readonly TimeProvider _time;
    private readonly ConcurrentBag<SheetWorker> _idle = [];
    private volatile bool _disposed;

    /// <summary>A reader.</summary>
    /// <param name="command">Starts a reading process.</param>
    /// <param name="limits">What a file may cost.</param>
    /// <param name="ocr">How pages without text are recognised.</param>
    /// <param name="time">Measures the time limit.</param>
    public IsolatedSheetReader(SheetWorkerCommand command, SheetLimits limits, OcrOptions ocr, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(ocr);
        ArgumentNullException.ThrowIfNull(time);
        _command = command;
        _settings = new SheetWorkerSettings(limits, ocr);
        _time = time;
    }

    /// <inheritdoc/>
    public async Task<SheetReading> ReadAsync(string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (pdf.Length > _settings.Limits.MaxFileBytes)
        {
            return SheetReading.Aside(
                $"It has {pdf.Length} bytes; {SheetLimits.Section}:{nameof(SheetLimits.MaxFileBytes)} allows {_settings.Limits.MaxFileBytes}.");
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_settings.Limits.MaxSeconds) + Grace, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        SheetWorker worker = _idle.TryTake(out SheetWorker? idle) ? idle : await SheetWorker.StartAsync(_command, _settings, both.Token);
        SheetReading? reading = null;
        try
        {
            reading = await worker.ReadAsync(document, pdf, both.Token);
            return reading ?? SheetReading.Aside(await DescribeEndAsync(worker, both.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SheetReading.Aside(
                $"Its reading process was ended after {_settings.Limits.MaxSeconds} s ({SheetLimits.Section}:{nameof(SheetLimits.MaxSeconds)}).");
        }
        finally
        {
            Keep(worker, isSound: reading is not null);
        }
    }

    /// <summary>Ends the processes.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out SheetWorker? worker))
        {
            worker.Dispose();
        }
    }

    private void Keep(SheetWorker worker, bool isSound)
    {
        if (isSound && !_disposed)
        {
            _idle.Add(worker);
        }
        else
        {
            worker.Dispose();
        }
    }

    private async Task<string> DescribeEndAsync(SheetWorker worker, CancellationToken cancellationToken)
    {
        int exitCode = await worker.WaitForExitAsync(cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Reading it ended its process (exit code {exitCode}), as damaged files or ones that need more than {_settings.Limits.MaxMemoryMiB} MiB ({SheetLimits.Section}:{nameof(SheetLimits.MaxMemoryMiB)}) do.");
    }
}
