using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Codes;

/// <summary>
/// Finds part numbers and model names in text by their shape: letters and digits in one word, or digit groups joined by
/// dashes. Quantities ("24V", "1-1/2"), standards ("EN 60950-1"), ratings ("IP65"), dates and telephone numbers are none.
/// </summary>
public sealed partial class CodeFinder
{
    private const int MinLength = 3;
    private const int MaxLength = 40;

    private readonly CodeLookalikes _lookalikes = CodeLookalikes.Default;
    private readonly QuantityFinder _quantities;

    /// <summary>A finder that knows quantities by a finder of its own.</summary>
    public CodeFinder(QuantityFinder quantities) => _quantities = quantities;

    /// <summary>A finder over the tables that ship with the library.</summary>
    public static CodeFinder Default { get; } = new(QuantityFinder.Default);

    /// <summary>The codes of a text, in order.</summary>
    public ImmutableArray<CodeMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        // Few texts hold anything like a code; only for those the quantities are worth finding.
        ImmutableArray<QuantityMention> quantities = default;
        var found = ImmutableArray.CreateBuilder<CodeMention>();
        foreach (Match word in Word().Matches(text))
        {
            string code = word.Value.TrimEnd('.', '/', '-', '–', ',', ':', '+', '#');
            if (!IsCode(code) || FollowsStandard(text, word.Index))
            {
                continue;
            }

            quantities = quantities.IsDefault ? _quantities.FindQuantities(text) : quantities;
            if (!quantities.Any(q => Covers(q, word.Index, code.Length)))
            {
                found.Add(new CodeMention(code, word.Index, CodeNormalizer.Normalize(code)));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a text, such as a whole cell, is one code and nothing else.</summary>
    public bool IsWholeCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        return Find(trimmed) is [var only] && only.Start == 0 && only.Text.Length == trimmed.Length;
    }

    private bool IsCode(string word)
    {
        int letters = word.Count(char.IsLetter);
        if (word.Length is < MinLength or > MaxLength
            || !word.AsSpan().ContainsAnyInRange('0', '9')
            || (letters == 0 && !DigitGroups().IsMatch(word))
            || _lookalikes.Contains(word)
            || UnitTable.Default.Find(word) is not null)
        {
            return false;
        }

        return letters == 0
            ? !DateOrPhone().IsMatch(word)
            : !Dimension().IsMatch(word) && !WordWithNumber().IsMatch(word) && !DateOrPhone().IsMatch(word) && !HoldsQuantity(word);
    }

    /// <summary>"50ms/230VAC", "Ohm/1000ft": one of the parts is a quantity.</summary>
    private bool HoldsQuantity(string word) =>
        word.Contains('/', StringComparison.Ordinal)
        && word.Split('/').Any(part => _quantities.FindQuantities(part) is [var only] && only.Length >= part.TrimEnd('.').Length);

    /// <summary>"EN 60950-1", "DIN EN ISO 9001": the number belongs to the word before it.</summary>
    private bool FollowsStandard(string text, int start)
    {
        int end = start;
        while (end > 0 && text[end - 1] is (' ' or '\u00A0'))
        {
            end--;
        }

        int begin = end;
        while (begin > 0 && !char.IsWhiteSpace(text[begin - 1]))
        {
            begin--;
        }

        return end < start && end > begin && end - begin > 1
            && char.IsAsciiDigit(text[start])
            && _lookalikes.IsPrefix(text.AsSpan(begin, end - begin).TrimEnd(':'));
    }

    private static bool Covers(QuantityMention quantity, int start, int length) =>
        quantity.Start <= start && quantity.Start + quantity.Length >= start + length;

    [GeneratedRegex(@"(?<![\w@µΩ°±])[A-Za-z\d][A-Za-z\d\-‐‑–/.#_]*=?(?![µΩ°])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:\d{2,}[-–]\d{2,}(?:[-–/.]\d+)*|\d{5,})$", RegexOptions.CultureInvariant)]
    private static partial Regex DigitGroups();

    [GeneratedRegex(@"^(?:(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./](?:\d\d|(?:19|20)\d\d)|(?:19|20)\d\d[-–](?:19|20)\d\d|(?:1-)?\d{3}-\d{3}-\d{4}|\d{4}/\d+/E[CU]|\d{1,2}(?:/|-)?[A-Z][a-z]{2,8}(?:/|-)?\d{2,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex DateOrPhone();

    [GeneratedRegex(@"^(?:[.\d]+[a-zµ]{0,2}(?:[xX/]\.?\d[.\d]*[a-zµ]{0,2})+|\d+(?:[.,/]\d+)*[a-zA-ZµΩ]{1,3}|\d+[xX]|\d+[-/][a-z]+|\d+(?:[-–]\d+)+[a-z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Dimension();

    // Ordinals, numbered words ("2-wire", "7.The"), web addresses, powers of ten.
    [GeneratedRegex(@"^(?:\d+(?:st|nd|rd|th)|[\d/.-]+[-.][A-Za-z]{3,}(?:-[a-z]+)*|www\..*|https?:?.*|.*\.(?:com|net|org|de|eu)(?:/.*)?|.*\.[A-Z]?[a-z]{2,}|[A-Z]?[a-z]+\.\d+|\d+(?:\.\d+)?(?:x10|E)-?\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex WordWithNumber();
}
