using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using HybridAssistant.Documents;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>Reads PDFs, a few ahead of the one that is being embedded and indexed.</summary>
internal sealed class SheetSource(ISpecSheetReader reader, DocumentStore store, IngestionOptions options, int readers)
{
    // What is known of files already looked at, so that watching a folder reads only what changed.
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, string Hash)> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Hash, IngestionResult Result)> _setAside = new(StringComparer.Ordinal);

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
                SourceContent content = await ReadFileAsync(files[i], indexed.GetValueOrDefault(files[i].Document), stop.Token).ConfigureAwait(false);
                await contents.Writer.WriteAsync(content, stop.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads one PDF that is in memory.</summary>
    public async Task<SourceContent> ReadAsync(
        string source, string document, ReadOnlyMemory<byte> pdf, IndexedDocument? indexed, CancellationToken cancellationToken)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(pdf.Span));
        if (IsUnchanged(indexed, source, document, hash))
        {
            return Settled(source, document, IngestionOutcome.Unchanged, null);
        }

        if (_setAside.TryGetValue(source, out (string Hash, IngestionResult Result) known) && known.Hash == hash)
        {
            return new SourceContent(source, document, default, null, known.Result);
        }

        SourceContent content = await UnderstandAsync(source, document, pdf, hash, cancellationToken).ConfigureAwait(false);
        if (content.Settled is not null && source != IngestionPipeline.UploadOrigin)
        {
            _setAside[source] = (hash, content.Settled);
        }

        return content;
    }

    private async Task<SourceContent> ReadFileAsync(SourceFile file, IndexedDocument? indexed, CancellationToken cancellationToken)
    {
        try
        {
            var stamp = FileStamp.Of(file.Path);
            if (_hashes.TryGetValue(file.Path, out (FileStamp Stamp, string Hash) known) && known.Stamp == stamp
                && IsUnchanged(indexed, file.Origin, file.Document, known.Hash))
            {
                return Settled(file.Origin, file.Document, IngestionOutcome.Unchanged, null);
            }

            if (stamp.Length > options.MaxFileBytes)
            {
                return Settled(file.Origin, file.Document, IngestionOutcome.SetAside, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file has {stamp.Length:N0} bytes; at most {options.MaxFileBytes:N0} are read. Raise Ingestion:MaxFileBytes to take it in."));
            }

            byte[] pdf = await File.ReadAllBytesAsync(file.Path, cancellationToken).ConfigureAwait(false);
            SourceContent content = await ReadAsync(file.Origin, file.Document, pdf, indexed, cancellationToken).ConfigureAwait(false);
            _hashes[file.Path] = (stamp, content.Sheet?.ContentHash ?? Convert.ToHexStringLower(SHA256.HashData(pdf)));
            return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Settled(file.Origin, file.Document, IngestionOutcome.SetAside, $"The file cannot be read: {exception.Message}");
        }
    }

    private async Task<SourceContent> UnderstandAsync(
        string source, string document, ReadOnlyMemory<byte> pdf, string hash, CancellationToken cancellationToken)
    {
        SheetReading reading;
        try
        {
            reading = await reader.ReadAsync(document, pdf, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The reader answers for broken files itself; a fault of its own must not cost the other sheets.
            return Settled(source, document, IngestionOutcome.SetAside, $"The reader failed on this file ({exception.GetType().Name}: {exception.Message}).");
        }

        if (reading.Sheet is not { } sheet)
        {
            return Settled(source, document, IngestionOutcome.SetAside, reading.SetAside!);
        }

        if (sheet.Passages.IsEmpty && sheet.Facts.All(fact => fact.Doubt is not null))
        {
            return Settled(source, document, IngestionOutcome.SetAside, string.Create(
                CultureInfo.InvariantCulture,
                $"No text and no fact that may be quoted was found on its {sheet.PageCount} page(s); an older content of that name stays."));
        }

        return new SourceContent(source, document, pdf, sheet with { ContentHash = hash }, null);
    }

    private bool IsUnchanged(IndexedDocument? indexed, string source, string document, string hash) =>
        indexed?.ContentHash == hash && indexed.Origin == source && File.Exists(store.PathOf(document));

    private static SourceContent Settled(string source, string document, IngestionOutcome outcome, string? reason) =>
        new(source, document, default, null, new IngestionResult(document, source, outcome) { Reason = reason });
}
