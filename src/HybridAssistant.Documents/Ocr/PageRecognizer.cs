using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Rendering;

namespace HybridAssistant.Documents.Ocr;

/// <summary>Recognises pages that have no text: draws the page, finds and erases its ruling lines, reads the words.</summary>
public sealed class PageRecognizer
{
    // A page with less ink than this is blank: three letters of 10 point type have about as much.
    private const double MinInk = 0.00005;

    private readonly OcrOptions _options;
    private readonly IPageRenderer _renderer;
    private readonly Tesseract _tesseract;

    /// <summary>A recogniser.</summary>
    public PageRecognizer(OcrOptions options, IPageRenderer renderer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _renderer = renderer;
        _tesseract = new Tesseract(options, time);
    }

    /// <summary>Why pages cannot be recognised here and what to do; null where they can.</summary>
    public async Task<string?> FindMissingAsync(CancellationToken cancellationToken = default) =>
        _options.Enabled
            ? await _tesseract.FindMissingAsync(cancellationToken)
            : "recognition is off. Set Documents:Ocr:Enabled to true";

    /// <summary>Recognises one page.</summary>
    /// <param name="pdf">The file's bytes.</param>
    /// <param name="page">The page as its text layer has it.</param>
    /// <param name="cancellationToken">Ends the recognition and its commands.</param>
    internal async Task<PageRecognition> RecognizeAsync(ReadOnlyMemory<byte> pdf, PageContent page, CancellationToken cancellationToken)
    {
        GrayBitmap image;
        double turn;
        try
        {
            PageImage rendered = await _renderer.RenderAsync(pdf, page.Number, _options.Dpi, cancellationToken);
            image = rendered.ToGray();
            turn = SkewEstimator.Degrees(image);
            image = turn == 0 ? image : rendered.ToGray(-turn);
        }
        catch (RenderingException exception)
        {
            return new PageRecognition(page, exception.Message);
        }

        if (image.InkShare() < MinInk)
        {
            return new PageRecognition(page, null);
        }

        BitmapRules drawn = BitmapRules.Extract(image);
        (IReadOnlyList<RecognizedWord> words, string? failure) = await _tesseract.RecognizeAsync(drawn.Cleaned, cancellationToken);
        if (failure is not null)
        {
            return new PageRecognition(page, failure);
        }

        PageContent read = page with
        {
            Lines = RecognizedLines.Build(words, image, drawn.Rules),
            Rules = [.. drawn.Rules],
            Fills = [.. drawn.Bands],
            VerticalWords = [],
            ReadBy = ReadBy.Ocr,
        };
        return new PageRecognition(read, null) { Turn = new PageTurn(turn, page.Width / 2, page.Height / 2) };
    }
}
