namespace HybridAssistant.Knowledge.Questions.Words;

/// <summary>One word of a question or of a sheet's line, folded for comparison.</summary>
/// <param name="Text">Lower-case text with look-alike signs folded ("½" is "1/2", "Ω" is "ohm").</param>
/// <param name="Stem">The word without plural and verb endings; for a number its value in invariant form.</param>
/// <param name="Number">The value of a number; null for a word.</param>
/// <param name="Start">Position of the first character in the text that was split.</param>
internal readonly record struct Word(string Text, string Stem, double? Number, int Start)
{
    /// <summary>The word with its capitals, which tell Nm from nm.</summary>
    public string Typed { get; init; } = Text;

    /// <summary>Whether this is a number.</summary>
    public bool IsNumber => Number.HasValue;

    /// <summary>Whether this names a thing by a code: letters and digits mixed ("e91", "rm2").</summary>
    public bool IsCode => !IsNumber && HasDigit(Text);

    private static bool HasDigit(string text)
    {
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
