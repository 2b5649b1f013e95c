using HybridAssistant.Documents.Rendering;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Serving;

/// <summary>Draws pages of the documents in the index from their stored PDFs.</summary>
/// <param name="index">Knows the documents; no other name becomes a path.</param>
/// <param name="store">Has the PDFs.</param>
/// <param name="renderer">Draws, in a process of its own.</param>
public sealed class SheetPages(IKnowledgeIndex index, DocumentStore store, IPageRenderer renderer) : IDisposable
{
    // An A4 page of 910 x 1,287 pixels: 6 point type stays legible, and models take it without shrinking.
    private const int Dpi = 110;

    private const int MaxPngBytes = 8 * 1024 * 1024;

    private readonly SemaphoreSlim _drawing = new(Environment.ProcessorCount);

    /// <summary>Draws one page.</summary>
    /// <param name="document">File name of a document in the index.</param>
    /// <param name="page">Page, counted from 1.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    public async Task<PageDrawing> DrawAsync(string document, int page, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<IndexedDocument> documents = await index.ListAsync(cancellationToken).ConfigureAwait(false);
        if (documents.FirstOrDefault(known => known.Document == document) is not { } found)
        {
            return Faulty($"There is no document '{document}'. Take the name from a result of the other tools.");
        }

        if (page < 1 || page > found.PageCount)
        {
            return Faulty($"'{document}' has the pages 1 to {found.PageCount}; page {page} was asked for.");
        }

        string path = store.PathOf(found.Document);
        if (!File.Exists(path))
        {
            return Faulty($"The PDF of '{document}' is missing from the document store. Ingest it again.");
        }

        await _drawing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            byte[] pdf = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            PageImage image = await renderer.RenderAsync(pdf, page, Dpi, cancellationToken).ConfigureAwait(false);
            return image.Png.Length > MaxPngBytes
                ? Faulty($"The image of page {page} of '{document}' has {image.Png.Length} bytes; at most {MaxPngBytes} are sent. Open the PDF.")
                : new PageDrawing(image, null);
        }
        catch (RenderingException e)
        {
            return Faulty(e.Message);
        }
        finally
        {
            _drawing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _drawing.Dispose();

    private static PageDrawing Faulty(string fault) => new(null, fault);
}
