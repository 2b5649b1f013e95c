using System.Text;

namespace HybridAssistant.Documents.Reading;

/// <summary>Turns what fonts call their glyphs into the characters that a reader would type.</summary>
internal static class GlyphText
{
    /// <summary>Expands ligatures, maps private-use bullets and symbols, drops characters that print nothing.</summary>
    public static string Clean(string text)
    {
        if (text.Length == 1 && text[0] is > ' ' and < '\u007F')
        {
            return text;
        }

        StringBuilder? clean = null;
        for (int i = 0; i < text.Length; i++)
        {
            string? replacement = Replace(text[i]);
            if (replacement is null)
            {
                clean?.Append(text[i]);
                continue;
            }

            clean ??= new StringBuilder(text, 0, i, text.Length + 4);
            clean.Append(replacement);
        }

        return clean?.ToString() ?? text;
    }

    private static string? Replace(char c) => c switch
    {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        '\u00AD' => "-",
        '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\t' => " ",
        '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => "",
        // Adobe's Symbol encoding in the private use area: U+F000 + code.
        '\uF0B7' or '\uF0A7' or '\uF06E' or '\uF075' or '\uF0A8' or '\uF076' => "•",
        '\uF0FC' => "✓",
        '\uF0B0' => "°",
        '\uF0B1' => "±",
        '\uF0A3' => "≤",
        '\uF0B3' => "≥",
        '\uF06D' => "µ",
        '\uF057' => "Ω",
        '\uF0B4' => "×",
        '\uF044' => "Δ",
        '\uF06C' => "λ",
        >= '\uF020' and <= '\uF07E' => ((char)(c - '\uF000')).ToString(),
        < ' ' => "",
        _ => null,
    };
}
