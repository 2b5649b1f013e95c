using System.Text;

namespace HybridAssistant.Core.Quantities;

/// <summary>
/// A printed text with its look-alike characters folded to one spelling each (dashes, primes, multiplication signs,
/// superscripts, vulgar fractions), and the place of each folded character in the original.
/// </summary>
internal sealed class FoldedText
{
    private const string VulgarFractions = "½1/2 ¼1/4 ¾3/4 ⅓1/3 ⅔2/3 ⅛1/8 ⅜3/8 ⅝5/8 ⅞7/8";

    private readonly List<int> _origins;

    private FoldedText(string text, List<int> origins)
    {
        Text = text;
        _origins = origins;
    }

    /// <summary>The folded characters.</summary>
    public string Text { get; }

    /// <summary>The index in the original of a folded character; the original's length for the folded end.</summary>
    public int OriginOf(int index) => _origins[index];

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string original)
    {
        var folded = new StringBuilder(original.Length + 8);
        var origins = new List<int>(original.Length + 9);
        for (int i = 0; i < original.Length; i++)
        {
            char previous = folded.Length == 0 ? ' ' : folded[^1];
            int before = folded.Length;
            Append(folded, original[i], previous, i == 0 ? ' ' : original[i - 1]);
            for (int n = before; n < folded.Length; n++)
            {
                origins.Add(i);
            }
        }

        origins.Add(original.Length);
        return new FoldedText(folded.ToString(), origins);
    }

    private static void Append(StringBuilder folded, char c, char previous, char previousOriginal)
    {
        switch (c)
        {
            case '\u00AD' or '\u200B' or '\uFEFF': // soft hyphen, zero-width marks
                break;
            case '\u00A0' or '\u202F' or '\u2007' or '\u2009' or '\u2008': // stays apart: it groups digits
                folded.Append('\u00A0');
                break;
            case '−' or '–' or '—' or '‒' or '‑' or '‐' or '﹣' or '－':
                folded.Append('-');
                break;
            case '×' or '✕' or '╳':
                folded.Append('x');
                break;
            case '∙' or '⋅' or '•' or '*' or '・' or '●':
                folded.Append('·');
                break;
            case '′' or '’' or '‘' or 'ʹ' or '´' or '`':
                folded.Append('\'');
                break;
            case '″' or '”' or '“' or '˝' or '〃':
                folded.Append('"');
                break;
            case 'º' or '˚':
                folded.Append('°');
                break;
            case '℃':
                folded.Append("°C");
                break;
            case '℉':
                folded.Append("°F");
                break;
            case 'μ':
                folded.Append('µ');
                break;
            case '\u2126':
                folded.Append('Ω');
                break;
            case '≤' or '≦' or '⩽':
                folded.Append("<=");
                break;
            case '≥' or '≧' or '⩾':
                folded.Append(">=");
                break;
            case '≈' or '∼' or '～' or '〜' or '÷':
                folded.Append('~');
                break;
            case '…':
                folded.Append("...");
                break;
            default:
                AppendCompatible(folded, c, previous, previousOriginal);
                break;
        }
    }

    private static void AppendCompatible(StringBuilder folded, char c, char previous, char previousOriginal)
    {
        if (Superscript(c) is { } raised)
        {
            // One caret opens a run of raised characters: "10⁻⁵" becomes "10^-5".
            if (Superscript(previousOriginal) is null)
            {
                folded.Append('^');
            }

            folded.Append(raised);
        }
        else if (c is >= '₀' and <= '₉')
        {
            folded.Append((char)('0' + (c - '₀')));
        }
        else if (c > '~' && VulgarFractions.IndexOf(c, StringComparison.Ordinal) is >= 0 and int at)
        {
            folded.Append(char.IsAsciiDigit(previous) ? "-" : "").Append(VulgarFractions, at + 1, 3);
        }
        else if (c is >= '！' and <= '～')
        {
            folded.Append((char)(c - '！' + '!'));
        }
        else
        {
            folded.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }
    }

    private static char? Superscript(char c) => c switch
    {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        >= '⁴' and <= '⁹' => (char)('4' + (c - '⁴')),
        '⁻' => '-',
        '⁺' => '+',
        _ => null,
    };
}
