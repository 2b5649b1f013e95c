using System.Collections.Concurrent;
using System.Globalization;
using HybridAssistant.Documents;
using HybridAssistant.Documents.FrontMatter;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Ingestion;

/// <summary>Decides about one PDF: unchanged, set aside with its reason, or a sheet for the index.</summary>
internal sealed class SheetIntake(ISpecSheetReader reader, DocumentStore store)
{
    // A watched folder is looked through again and again: what was set aside is not read twice.
    private readonly ConcurrentDictionary<string, (string Hash, string? FrontMatter, IngestionResult Result)> _setAside = new(StringComparer.Ordinal);

    /// <summary>Whether the index has this content from this place, and the store its copy.</summary>
    public bool IsUnchanged(IndexedDocument? indexed, string origin, string document, string hash, string? frontMatter) =>
        indexed?.ContentHash == hash && indexed.Origin == origin
        && File.Exists(store.PathOf(document)) && store.ReadFrontMatter(document) == frontMatter;

    /// <summary>Reads a PDF, unless it is known already.</summary>
    public async Task<SourceContent> ReadAsync(SourcePdf source, IndexedDocument? indexed, CancellationToken cancellationToken)
    {
        if (IsUnchanged(indexed, source.Origin, source.Document, source.Hash, source.FrontMatter))
        {
            return SourceContent.Of(source.Origin, source.Document, IngestionOutcome.Unchanged);
        }

        bool isKept = source.Origin != IngestionPipeline.UploadOrigin;
        if (isKept && _setAside.TryGetValue(source.Origin, out var known) && (known.Hash, known.FrontMatter) == (source.Hash, source.FrontMatter))
        {
            return new SourceContent(null, null, known.Result);
        }

        SourceContent content = await UnderstandAsync(source, cancellationToken).ConfigureAwait(false);
        if (isKept && content.Settled is not null)
        {
            _setAside[source.Origin] = (source.Hash, source.FrontMatter, content.Settled);
        }

        return content;
    }

    private async Task<SourceContent> UnderstandAsync(SourcePdf source, CancellationToken cancellationToken)
    {
        SheetReading reading;
        SheetFrontMatter? matter;
        try
        {
            matter = source.FrontMatter is null ? null : FrontMatterReader.Parse(FrontMatterReader.PathFor(source.Document), source.FrontMatter);
            reading = await reader.ReadAsync(source.Document, source.Pdf, cancellationToken).ConfigureAwait(false);
        }
        catch (FrontMatterException exception)
        {
            return SetAside(source, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The reader answers for broken files itself; a fault of its own must not cost the other sheets.
            return SetAside(source, $"The reader failed on this file ({exception.GetType().Name}: {exception.Message}).");
        }

        if (reading.Sheet is not { } sheet)
        {
            return SetAside(source, reading.SetAside!);
        }

        if (sheet.Passages.IsEmpty && sheet.Facts.All(fact => fact.Doubt is not null))
        {
            return SetAside(source, string.Create(
                CultureInfo.InvariantCulture,
                $"No text and no fact that may be quoted was found on its {sheet.PageCount} page(s); an older content of that name stays."));
        }

        sheet = matter is null ? sheet : FrontMatterOverride.Apply(sheet, matter);
        return new SourceContent(source, sheet with { ContentHash = source.Hash }, null);
    }

    private static SourceContent SetAside(SourcePdf source, string reason) =>
        SourceContent.Of(source.Origin, source.Document, IngestionOutcome.SetAside, reason);
}
