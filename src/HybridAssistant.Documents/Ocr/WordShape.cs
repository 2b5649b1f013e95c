namespace HybridAssistant.Documents.Ocr;

/// <summary>Baseline and font size of a recognised word, from its box and the letters in it.</summary>
internal static class WordShape
{
    // Shares of the font size, as sans-serif faces have them.
    private const double CapHeight = 0.72;
    private const double XHeight = 0.53;
    private const double Descent = 0.21;

    private const string Descenders = "gjpqyQ,;()[]{}|@µçÇ_$/";
    private const string Tall = "bdfhijklt()[]{}|/\\%&!?#\"'°±€$£@";

    /// <summary>Distance of the baseline from the top of the image, and the font size, in pixels.</summary>
    public static (double Baseline, double FontSize) Of(RecognizedWord word)
    {
        bool descends = word.Text.Any(c => Descenders.Contains(c, StringComparison.Ordinal));
        bool tall = word.Text.Any(c => char.IsDigit(c) || char.IsUpper(c) || Tall.Contains(c, StringComparison.Ordinal));
        double share = (tall ? CapHeight : XHeight) + (descends ? Descent : 0);
        bool onlyMarks = !word.Text.Any(char.IsLetterOrDigit);
        double size = onlyMarks ? Math.Max(word.Height, word.Width) : word.Height / share;
        return (word.Top + word.Height - (descends ? Descent * size : 0), size);
    }
}
