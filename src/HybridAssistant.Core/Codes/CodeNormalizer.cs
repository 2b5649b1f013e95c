using System.Text;

namespace HybridAssistant.Core.Codes;

/// <summary>Folds the spellings of one code (KX-200, KX200, "kx 200/4") into one key.</summary>
public static class CodeNormalizer
{
    /// <summary>
    /// Upper-cases, drops everything but letters and digits, and folds the look-alikes that people mistype:
    /// O to 0 and I to 1 (letters beside digits or not, so that both sides of a comparison fold alike).
    /// </summary>
    public static string Normalize(ReadOnlySpan<char> code)
    {
        var folded = new StringBuilder(code.Length);
        foreach (char c in code)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            char upper = char.ToUpperInvariant(c);
            folded.Append(upper switch
            {
                'O' => '0',
                'I' => '1',
                _ => upper,
            });
        }

        return folded.ToString();
    }
}
