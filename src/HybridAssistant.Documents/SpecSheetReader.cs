using System.Security.Cryptography;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Sections;
using HybridAssistant.Documents.Tables;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace HybridAssistant.Documents;

/// <summary>Reads a PDF in this process: pages, then tables and text, then facts and passages.</summary>
public sealed class SpecSheetReader : ISpecSheetReader
{
    /// <inheritdoc/>
    public Task<SheetReading> ReadAsync(string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        try
        {
            return Task.FromResult(Read(document, pdf, cancellationToken));
        }
        catch (PdfDocumentFormatException exception)
        {
            return Task.FromResult(SheetReading.Aside($"'{document}' is no readable PDF: {exception.Message} Open it in a viewer and save it again."));
        }
    }

    private static SheetReading Read(string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        // [1] pages: what a person sees
        List<PageContent> pages = ReadPages(pdf, cancellationToken);
        if (pages.TrueForAll(static page => page.Lines.Count == 0))
        {
            return SheetReading.Aside($"'{document}' has no text on its {pages.Count} pages: it is scanned. Install tesseract to have it recognised.");
        }

        // [2] tables and text
        List<IReadOnlyList<TextLine>> lines = RunningTextFilter.Filter(pages);
        var layouts = new List<PageLayout>(pages.Count);
        for (int i = 0; i < pages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layouts.Add(TableFinder.Find(pages[i], lines[i]));
        }

        // [3] headings, [4] facts, [5] passages
        return SheetReading.Of(new SheetAssembler(document, Hash(pdf), pages, layouts).Assemble());
    }

    private static List<PageContent> ReadPages(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        using PdfDocument file = PdfDocument.Open(pdf.ToArray());
        var reader = new PageReader();
        var pages = new List<PageContent>(file.NumberOfPages);
        foreach (Page page in file.GetPages())
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(reader.Read(page));
        }

        return pages;
    }

    private static string Hash(ReadOnlyMemory<byte> pdf) => Convert.ToHexStringLower(SHA256.HashData(pdf.Span));
}
