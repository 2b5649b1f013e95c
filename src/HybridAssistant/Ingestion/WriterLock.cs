using System.Diagnostics;
using System.Globalization;

namespace HybridAssistant.Ingestion;

/// <summary>
/// The right to write index and document store, taken for one document at a time by all processes in turn. It is an
/// advisory lock on a file, which the system releases when its holder dies.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(5);

    private readonly FileStream _lock;

    private WriterLock(FileStream held) => _lock = held;

    /// <summary>Waits for the turn.</summary>
    /// <exception cref="IndexBusyException">It did not come in time; names the holder.</exception>
    public static async Task<WriterLock> AcquireAsync(IngestionOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        string path = options.LockPath;
        string holderPath = HolderPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        long start = time.GetTimestamp();
        while (true)
        {
            if (TryOpen(path) is { } held)
            {
                await WriteHolderAsync(holderPath, options.WriterName, time).ConfigureAwait(false);
                return new WriterLock(held);
            }

            TimeSpan waited = time.GetElapsedTime(start);
            if (waited >= options.LockTimeout)
            {
                throw new IndexBusyException(path, ReadHolder(holderPath), waited);
            }

            await Task.Delay(RetryInterval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the files of a lock that nobody takes any more.</summary>
    public static void Remove(IngestionOptions options)
    {
        File.Delete(options.LockPath);
        File.Delete(HolderPath(options.LockPath));
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static string HolderPath(string lockPath) => Path.ChangeExtension(lockPath, ".holder");

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    private static async Task WriteHolderAsync(string path, string writer, TimeProvider time)
    {
        string holder = string.Create(
            CultureInfo.InvariantCulture,
            $"'{writer}' (process {Environment.ProcessId} on {Environment.MachineName}, since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC)");
        try
        {
            await File.WriteAllTextAsync(path, holder).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            // Somebody is reading the name just now; the lock itself is held, the name will be the next holder's.
            Debug.WriteLine(exception.Message);
        }
    }

    private static string? ReadHolder(string path)
    {
        try
        {
            return File.ReadAllText(path) is { Length: > 0 } holder ? holder : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
