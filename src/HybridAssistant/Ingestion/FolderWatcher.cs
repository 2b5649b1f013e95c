using System.Collections.Immutable;

namespace HybridAssistant.Ingestion;

/// <summary>
/// Ingests paths again whenever something under them changes. The system's notices hasten it; a look at the names and
/// stamps of all files in each interval finds what a network share does not report.
/// </summary>
/// <param name="pipeline">Takes in what changed.</param>
/// <param name="options">Settings.</param>
/// <param name="time">The clock.</param>
public sealed class FolderWatcher(IngestionPipeline pipeline, IngestionOptions options, TimeProvider time)
{
    private readonly SourceFinder _finder = new(new DocumentStore(options.DocumentsPath));

    /// <summary>Watches until cancelled. The paths are ingested once at the start.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="onChange">Told of each run in which something changed, with only those results.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    public async Task WatchAsync(IReadOnlyList<string> paths, Action<IngestionReport> onChange, CancellationToken cancellationToken)
    {
        using var notice = new SemaphoreSlim(0);
        using var watchers = new WatchedFolders(paths, () => notice.Release());
        var reported = new HashSet<(string, string?)>();
        ImmutableArray<(SourceFile, FileStamp)>? ingested = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            ImmutableArray<(SourceFile, FileStamp)> seen = await WaitUntilStillAsync(paths, ingested, cancellationToken).ConfigureAwait(false);
            if ((ingested is null || !seen.SequenceEqual(ingested.Value)) && await TryIngestAsync(paths, cancellationToken).ConfigureAwait(false) is { } report)
            {
                ingested = seen;
                IngestionResult[] changed = [.. report.Results.Where(result => IsNews(result, reported))];
                if (changed.Length > 0)
                {
                    onChange(report with { Results = [.. changed] });
                }
            }

            await notice.WaitAsync(options.WatchInterval, cancellationToken).ConfigureAwait(false);
            while (notice.Wait(0, CancellationToken.None))
            {
                // One look answers all notices so far.
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    // A file that is being copied changes from look to look.
    private async Task<ImmutableArray<(SourceFile, FileStamp)>> WaitUntilStillAsync(
        IReadOnlyList<string> paths, ImmutableArray<(SourceFile, FileStamp)>? ingested, CancellationToken cancellationToken)
    {
        ImmutableArray<(SourceFile, FileStamp)> seen = Look(paths);
        while (ingested is not null && !seen.SequenceEqual(ingested.Value))
        {
            await Task.Delay(options.WatchQuietTime, time, cancellationToken).ConfigureAwait(false);
            ImmutableArray<(SourceFile, FileStamp)> next = Look(paths);
            if (next.SequenceEqual(seen))
            {
                break;
            }

            seen = next;
        }

        return seen;
    }

    private ImmutableArray<(SourceFile, FileStamp)> Look(IReadOnlyList<string> paths)
    {
        try
        {
            return [.. _finder.Find(paths).Select(file => (file, FileStamp.Of(file.Path)))];
        }
        catch (Exception exception) when (exception is IngestionPathException or IOException or UnauthorizedAccessException)
        {
            // Emptied, or changed while it was looked at: the next look tells.
            return [];
        }
    }

    private async Task<IngestionReport?> TryIngestAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.IngestAsync(paths, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IngestionPathException or IndexBusyException)
        {
            // An emptied folder removes nothing; a busy index is tried again at the next look.
            return null;
        }
    }

    private static bool IsNews(IngestionResult result, HashSet<(string, string?)> reported) => result.Outcome switch
    {
        IngestionOutcome.Unchanged => false,
        IngestionOutcome.SetAside => reported.Add((result.Source, result.Reason)),
        _ => reported.RemoveWhere(known => known.Item1 == result.Source) >= 0,
    };
}
