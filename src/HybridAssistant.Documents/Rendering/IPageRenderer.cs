namespace HybridAssistant.Documents.Rendering;

/// <summary>Draws pages of a PDF as images, for recognition and for people; facts and answers do not depend on it.</summary>
public interface IPageRenderer
{
    /// <summary>Draws one page.</summary>
    /// <param name="pdf">The file's bytes.</param>
    /// <param name="page">Page, counted from 1.</param>
    /// <param name="dpi">Resolution, 36 to 600.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    /// <exception cref="RenderingException">The renderer is absent, or cannot draw the page.</exception>
    Task<PageImage> RenderAsync(ReadOnlyMemory<byte> pdf, int page, int dpi, CancellationToken cancellationToken = default);
}
