using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HybridAssistant.Documents.FrontMatter;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>Reads files, a few ahead of the one that is being embedded and indexed.</summary>
internal sealed class SheetSource(SheetIntake intake, IngestionOptions options, int readers)
{
    // Lets a watch pass over files without opening them.
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, string Hash, string? FrontMatter)> _seen = new(StringComparer.Ordinal);

    /// <summary>Reads files, each as soon as a reader is free; they come in the order in which they are done.</summary>
    public async IAsyncEnumerable<SourceContent> ReadAllAsync(
        IReadOnlyList<SourceFile> files,
        IReadOnlyDictionary<string, IndexedDocument> indexed,
        IngestionRun run,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var contents = Channel.CreateBounded<SourceContent>(new BoundedChannelOptions(2) { SingleReader = true });
        int next = -1;
        Task reading = Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(ReadSomeAsync, CancellationToken.None)));
        Task completing = reading.ContinueWith(
            done => contents.Writer.Complete(done.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await foreach (SourceContent content in contents.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return content;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await completing.ConfigureAwait(false);
        }

        async Task ReadSomeAsync()
        {
            for (int i = Interlocked.Increment(ref next); i < files.Count && !stop.IsCancellationRequested; i = Interlocked.Increment(ref next))
            {
                run.Report(files[i].Document, IngestionStage.Reading);
                SourceContent content = await ReadAsync(files[i], indexed.GetValueOrDefault(files[i].Document), stop.Token).ConfigureAwait(false);
                await contents.Writer.WriteAsync(content, stop.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task<SourceContent> ReadAsync(SourceFile file, IndexedDocument? indexed, CancellationToken cancellationToken)
    {
        try
        {
            var stamp = FileStamp.Of(file.Path);
            if (_seen.TryGetValue(file.Path, out var seen) && seen.Stamp == stamp
                && intake.IsUnchanged(indexed, file.Origin, file.Document, seen.Hash, seen.FrontMatter))
            {
                return SourceContent.Of(file.Origin, file.Document, IngestionOutcome.Unchanged);
            }

            if (stamp.Length > options.MaxFileBytes)
            {
                return SourceContent.Of(file.Origin, file.Document, IngestionOutcome.SetAside, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file has {stamp.Length:N0} bytes; at most {options.MaxFileBytes:N0} are read. Raise Ingestion:MaxFileBytes to take it in."));
            }

            byte[] pdf = await File.ReadAllBytesAsync(file.Path, cancellationToken).ConfigureAwait(false);
            string matterPath = FrontMatterReader.PathFor(file.Path);
            string? frontMatter = File.Exists(matterPath) ? await File.ReadAllTextAsync(matterPath, cancellationToken).ConfigureAwait(false) : null;
            var source = new SourcePdf(file.Origin, file.Document, pdf, frontMatter);
            _seen[file.Path] = (stamp, source.Hash, frontMatter);
            return await intake.ReadAsync(source, indexed, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return SourceContent.Of(file.Origin, file.Document, IngestionOutcome.SetAside, $"The file cannot be read: {exception.Message}");
        }
    }
}
