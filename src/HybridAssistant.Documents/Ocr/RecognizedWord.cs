namespace HybridAssistant.Documents.Ocr;

/// <summary>A word that tesseract recognised, in pixels of the page's image.</summary>
/// <param name="Text">What it reads.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Confidence">Tesseract's confidence, 0 to 1.</param>
/// <param name="Line">Which line it is part of: block, paragraph and line number.</param>
internal sealed record RecognizedWord(string Text, int Left, int Top, int Width, int Height, double Confidence, (int Block, int Paragraph, int Line) Line);
