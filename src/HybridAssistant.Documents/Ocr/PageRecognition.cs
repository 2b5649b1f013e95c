using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Ocr;

/// <summary>The outcome of recognising a page.</summary>
/// <param name="Page">The page with its recognised lines; as it was where nothing was recognised.</param>
/// <param name="Failure">Why nothing was recognised and what to do; null where recognition ran.</param>
internal sealed record PageRecognition(PageContent Page, string? Failure)
{
    /// <summary>How the page was turned to lie level before it was recognised.</summary>
    public PageTurn Turn { get; init; }
}
