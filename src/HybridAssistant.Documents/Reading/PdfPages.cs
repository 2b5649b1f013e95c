using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace HybridAssistant.Documents.Reading;

/// <summary>Opens a PDF and reads its pages within the limits. Whatever is wrong with the file becomes an <see cref="UnreadableSheetException"/>.</summary>
internal sealed class PdfPages(SheetLimits limits)
{
    private static ReadOnlySpan<byte> Signature => "%PDF-"u8;

    // The signature may follow a mail header or byte order mark (ISO 32000-1, annex H.3.4.1).
    private const int SignatureWithin = 1024;

    /// <summary>The pages, in order.</summary>
    /// <exception cref="UnreadableSheetException">The file is no PDF, encrypted, broken, or beyond a limit.</exception>
    public List<PageContent> Read(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        CheckFile(pdf.Span);
        try
        {
            return ReadPages(pdf, cancellationToken);
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new UnreadableSheetException("It is encrypted. Save it without a password.", exception);
        }
        catch (OutOfMemoryException exception)
        {
            throw new UnreadableSheetException($"It needs more memory than there is ({SheetLimits.Section}:{nameof(SheetLimits.MaxMemoryMiB)}).", exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or UnreadableSheetException))
        {
            // PdfPig meets broken files with exceptions of many kinds (format, index, key, cast, overflow); all mean the same here.
            throw new UnreadableSheetException($"It is damaged ({exception.GetType().Name}: {FirstLine(exception.Message)}). Open it in a viewer and save it again.", exception);
        }
    }

    private void CheckFile(ReadOnlySpan<byte> pdf)
    {
        if (pdf.Length > limits.MaxFileBytes)
        {
            throw new UnreadableSheetException($"It has {pdf.Length} bytes; {SheetLimits.Section}:{nameof(SheetLimits.MaxFileBytes)} allows {limits.MaxFileBytes}.");
        }

        if (pdf[..Math.Min(pdf.Length, SignatureWithin)].IndexOf(Signature) < 0)
        {
            throw new UnreadableSheetException(pdf.IsEmpty ? "It is empty." : "It is not a PDF: the signature '%PDF-' is missing.");
        }
    }

    private List<PageContent> ReadPages(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        using PdfDocument file = PdfDocument.Open(pdf.ToArray());
        if (file.NumberOfPages > limits.MaxPages)
        {
            throw new UnreadableSheetException($"It has {file.NumberOfPages} pages; {SheetLimits.Section}:{nameof(SheetLimits.MaxPages)} allows {limits.MaxPages}.");
        }

        var reader = new PageReader();
        var pages = new List<PageContent>(file.NumberOfPages);
        for (int number = 1; number <= file.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Page page = file.GetPage(number);
            CheckPage(page);
            pages.Add(reader.Read(page));
        }

        return pages.Count > 0 ? pages : throw new UnreadableSheetException("It has no pages.");
    }

    private void CheckPage(Page page)
    {
        if (page.Letters.Count > limits.MaxLettersPerPage)
        {
            throw new UnreadableSheetException(
                $"Page {page.Number} has {page.Letters.Count} letters; {SheetLimits.Section}:{nameof(SheetLimits.MaxLettersPerPage)} allows {limits.MaxLettersPerPage}.");
        }

        if (page.Paths.Count > limits.MaxPathsPerPage)
        {
            throw new UnreadableSheetException(
                $"Page {page.Number} has {page.Paths.Count} drawn paths; {SheetLimits.Section}:{nameof(SheetLimits.MaxPathsPerPage)} allows {limits.MaxPathsPerPage}.");
        }

        if (page.Width is not (> 1 and < 100_000) || page.Height is not (> 1 and < 100_000))
        {
            throw new UnreadableSheetException($"Page {page.Number} measures {page.Width} x {page.Height} points, which no page does.");
        }
    }

    private static string FirstLine(string message)
    {
        string line = message.Split('\n')[0].Trim();
        return line.Length <= 120 ? line : line[..120];
    }
}
