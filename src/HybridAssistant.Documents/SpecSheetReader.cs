using System.Collections.Immutable;
using System.Security.Cryptography;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Codes;
using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Sections;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents;

/// <summary>Reads a PDF in this process: pages, then tables and text, then facts and passages.</summary>
public sealed class SpecSheetReader : ISpecSheetReader
{
    // Scans carry a stamp or a page number as text at most.
    private const int MinWordsOfText = 5;

    private readonly SheetLimits _limits;
    private readonly PageRecognizer? _recognizer;
    private readonly TimeProvider _time;

    /// <summary>A reader.</summary>
    /// <param name="limits">What a file may cost.</param>
    /// <param name="recognizer">Recognises pages without text; null: they stay unread.</param>
    /// <param name="time">Measures the time limit.</param>
    public SpecSheetReader(SheetLimits limits, PageRecognizer? recognizer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(time);
        _limits = limits;
        _recognizer = recognizer;
        _time = time;
    }

    /// <summary>A reader with the default limits that recognises nothing.</summary>
    public SpecSheetReader()
        : this(new SheetLimits(), null, TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    public async Task<SheetReading> ReadAsync(string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_limits.MaxSeconds), _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ReadWithinLimitsAsync(document, pdf, both.Token);
        }
        catch (UnreadableSheetException exception)
        {
            return SheetReading.Aside(exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SheetReading.Aside($"It was not read within {_limits.MaxSeconds} s ({SheetLimits.Section}:{nameof(SheetLimits.MaxSeconds)}).");
        }
    }

    private async Task<SheetReading> ReadWithinLimitsAsync(string document, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        // [1] pages: what a person sees
        List<PageContent> pages = new PdfPages(_limits).Read(pdf, cancellationToken);
        var turns = new Dictionary<int, PageTurn>();
        ImmutableArray<SheetFinding> findings = await RecognizeAsync(pdf, pages, turns, cancellationToken);

        // [2] tables and text
        List<IReadOnlyList<TextLine>> lines = RunningTextFilter.Filter(pages);
        var layouts = new List<PageLayout>(pages.Count);
        for (int i = 0; i < pages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layouts.Add(TableFinder.Find(pages[i], lines[i]));
        }

        // [3] headings, [4] facts, [5] passages, [6] codes and revision
        SpecSheet sheet = new SheetAssembler(document, Hash(pdf), pages, layouts).Assemble();
        sheet = SheetCodes.Add(sheet, pages, layouts);
        sheet = RecognizedSheet.Finish(sheet, pages, turns);
        return SheetReading.Of(sheet with { Findings = [.. sheet.Findings, .. findings] });
    }

    /// <summary>Replaces pages that have graphics but no text by what is recognised on them.</summary>
    private async Task<ImmutableArray<SheetFinding>> RecognizeAsync(ReadOnlyMemory<byte> pdf, List<PageContent> pages, Dictionary<int, PageTurn> turns, CancellationToken cancellationToken)
    {
        int[] scanned = [.. Enumerable.Range(0, pages.Count).Where(i => pages[i].HasGraphics && !HasText(pages[i]))];
        if (scanned.Length == 0)
        {
            return pages.Exists(page => page.Lines.Count > 0) ? [] : throw new UnreadableSheetException($"Its {pages.Count} pages are blank.");
        }

        string? missing = _recognizer is null
            ? $"recognition is not set up. {Tesseract.InstallCommand}"
            : await _recognizer.FindMissingAsync(cancellationToken);
        var findings = ImmutableArray.CreateBuilder<SheetFinding>();
        foreach (int i in scanned)
        {
            string? failure = missing;
            if (failure is null)
            {
                PageRecognition recognition = await _recognizer!.RecognizeAsync(pdf, pages[i], cancellationToken);
                pages[i] = recognition.Page;
                turns[pages[i].Number] = recognition.Turn;
                failure = recognition.Failure;
            }

            findings.Add(new SheetFinding(i + 1, failure is null ? "no text layer: read by OCR" : $"no text layer, and {failure}; the page was not read"));
        }

        CodeSpellings.Unify(pages);
        return pages.Exists(page => page.Lines.Count > 0)
            ? findings.ToImmutable()
            : throw new UnreadableSheetException(
                missing is null ? "It is scanned, and nothing was recognised on its pages." : $"It is scanned (no text on its {pages.Count} pages), and {missing}");
    }

    private static bool HasText(PageContent page) => page.Lines.Sum(static line => line.Words.Count) >= MinWordsOfText;

    private static string Hash(ReadOnlyMemory<byte> pdf) => Convert.ToHexStringLower(SHA256.HashData(pdf.Span));
}
