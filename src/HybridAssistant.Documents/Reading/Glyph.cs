namespace HybridAssistant.Documents.Reading;

/// <summary>A letter in a frame in which its text runs to the right; y grows downwards.</summary>
/// <param name="Text">What it stands for; a blank for a space.</param>
/// <param name="X0">Start of its advance.</param>
/// <param name="X1">End of its advance.</param>
/// <param name="Baseline">Baseline's y.</param>
/// <param name="FontSize">Font size in points.</param>
/// <param name="Bold">Whether the font is bold.</param>
/// <param name="Color">Colour as 0xRRGGBB.</param>
internal readonly record struct Glyph(string Text, double X0, double X1, double Baseline, double FontSize, bool Bold, int Color)
{
    /// <summary>Whether it prints nothing.</summary>
    public bool IsBlank => Text.Length == 0 || (Text.Length == 1 && (char.IsWhiteSpace(Text[0]) || Text[0] == '\u00A0'));
}
