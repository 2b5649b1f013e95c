using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Questions.Words;

/// <summary>
/// Splits a question or a sheet's line into words that can be compared: numbers apart from their units, fractions and inch marks
/// spelt out, thousands separators dropped, codes such as "E91" kept whole.
/// </summary>
internal static class WordSplitter
{
    /// <summary>Splits a text.</summary>
    public static ImmutableArray<Word> Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>(text.Length / 5 + 1);
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c) || IsDecimalPoint(text, i))
            {
                i = ReadNumber(text, i, words);
            }
            else if (Fraction(c) is { } fraction)
            {
                words.Add(NumberWord(fraction, i));
                i++;
            }
            else if (char.IsLetter(c) || c is 'µ' or 'Ω' or '℃' or '℉')
            {
                i = ReadWord(text, i, words);
            }
            else
            {
                AddSign(text, i, words);
                i++;
            }
        }

        return words.ToImmutable();
    }

    private static int ReadNumber(string text, int start, ImmutableArray<Word>.Builder words)
    {
        if (char.IsAsciiDigit(text[start]) && IsCode(text, start, out int end))
        {
            string code = Fold(text.AsSpan(start, end - start));
            words.Add(new Word(code, code, null, start));
            return end;
        }

        int i = start;
        var digits = new StringBuilder();
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c) || (c == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                digits.Append(c);
            }
            else if (c is ',' && IsGroup(text, i) || (c is '\'' or '’' && IsGroup(text, i)))
            {
                // A thousands separator says nothing.
            }
            else if (c is ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                digits.Append('.');
            }
            else
            {
                break;
            }

            i++;
        }

        if (!double.TryParse(digits.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            return i + (i == start ? 1 : 0);
        }

        value = ReadFraction(text, ref i, value);
        bool negative = start > 0 && text[start - 1] is '-' or '−' or '–' && (start == 1 || !char.IsLetterOrDigit(text[start - 2]));
        if (negative && start > 0)
        {
            value = -value;
        }

        if (i + 1 < text.Length && text[i] == ':' && char.IsAsciiDigit(text[i + 1]))
        {
            words.Add(NumberWord(value, start));
            words.Add(new Word(":1", ":1", null, i));
            int after = i + 1;
            while (after < text.Length && char.IsAsciiDigit(text[after]))
            {
                after++;
            }

            return after;
        }

        words.Add(NumberWord(value, start));
        return i;
    }

    // "1/2", "1-1/2", "1 1/2".
    private static double ReadFraction(string text, ref int i, double value)
    {
        int next = i;
        if (next < text.Length && Fraction(text[next]) is { } sign)
        {
            i = next + 1;
            return value + sign;
        }

        if (next < text.Length && text[next] == '/' && TryDigits(text, next + 1, out int denominator, out int end)
            && denominator is 2 or 3 or 4 or 8 or 16 or 32 or 64 && value < denominator && value == Math.Floor(value))
        {
            i = end;
            return value / denominator;
        }

        if (next < text.Length && text[next] is '-' or ' ' && TryDigits(text, next + 1, out int numerator, out int slash)
            && slash < text.Length && text[slash] == '/' && TryDigits(text, slash + 1, out int over, out int last)
            && over is 2 or 4 or 8 or 16 && numerator < over)
        {
            i = last;
            return value + (double)numerator / over;
        }

        return value;
    }

    private static bool TryDigits(string text, int start, out int value, out int end)
    {
        value = 0;
        end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - start < 4)
        {
            value = value * 10 + (text[end] - '0');
            end++;
        }

        return end > start;
    }

    // Digits that run into letters and back into digits ("1442440F1", "54v7a") are a name, "12V" is a quantity.
    private static bool IsCode(string text, int start, out int end)
    {
        end = start;
        bool letters = false;
        bool digitsAfterLetters = false;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            bool digit = char.IsAsciiDigit(text[end]);
            letters |= !digit;
            digitsAfterLetters |= letters && digit;
            end++;
        }

        return digitsAfterLetters && !(end < text.Length && text[end] is '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            && !IsTimes(text, start, end);
    }

    // "5x20" are two numbers.
    private static bool IsTimes(string text, int start, int end)
    {
        int letters = 0;
        for (int i = start; i < end; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                letters++;
                if (text[i] is not ('x' or 'X'))
                {
                    return false;
                }
            }
        }

        return letters == 1;
    }

    private static int ReadWord(string text, int start, ImmutableArray<Word>.Builder words)
    {
        // "5x20": the sign between two numbers.
        if (text[start] is 'x' or 'X' && start > 0 && char.IsAsciiDigit(text[start - 1]) && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1]))
        {
            words.Add(new Word("x", "x", null, start));
            return start + 1;
        }

        int i = start;
        while (i < text.Length)
        {
            char c = text[i];
            bool apostrophe = c is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]);
            if (!char.IsLetterOrDigit(c) && !apostrophe && c is not ('µ' or 'Ω' or '℃' or '℉' or '²' or '³' or (>= '₀' and <= '₉')))
            {
                break;
            }

            // "DN50" is the size DN 50.
            if (char.IsAsciiDigit(c) && i - start == 2 && text.AsSpan(start, 2) is "DN" or "dn" or "Dn" or "PN" or "pn")
            {
                break;
            }

            i++;
        }

        string folded = Fold(text.AsSpan(start, i - start));
        if (folded.Length > 0)
        {
            AddWord(text, start, i, folded, words);
        }

        return i;
    }

    private static void AddWord(string text, int start, int end, string folded, ImmutableArray<Word>.Builder words)
    {
        // A quarter turn is no number; a quarter inch is.
        if (NumberWords.Find(folded) is not { } number || text.AsSpan(end).TrimStart(" -").StartsWith("turn", StringComparison.OrdinalIgnoreCase))
        {
            ReadOnlySpan<char> typed = text.AsSpan(start, end - start);
            words.Add(new Word(folded, Stemmer.Stem(folded), null, start) { Typed = typed.SequenceEqual(folded) ? folded : typed.ToString() });
        }
        else if (number.Multiplies && words.Count > 0 && words[^1] is { Number: { } before } last
            && text.AsSpan(last.Start, start - last.Start).TrimEnd().IndexOfAny(" \t\n") < 0)
        {
            // "Ten million" is one number.
            words[^1] = NumberWord(before * number.Value, last.Start);
        }
        else
        {
            words.Add(NumberWord(number.Value, start));
        }
    }

    private static void AddSign(string text, int i, ImmutableArray<Word>.Builder words)
    {
        string? sign = text[i] switch
        {
            '"' or '”' or '″' or '“' when AfterNumber(text, i) => "inch",
            '\'' or '’' or '′' or '´' when AfterNumber(text, i) => "ft",
            '%' => "%",
            '°' or 'º' => "°",
            _ => null,
        };

        if (sign is null)
        {
            return;
        }

        // "°C" is one word.
        words.Add(new Word(sign, sign, null, i));
    }

    private static bool AfterNumber(string text, int i)
    {
        int back = i - 1;
        while (back >= 0 && text[back] == ' ')
        {
            back--;
        }

        // A sign that stands alone is a unit too: sheets print the value and its inch mark in two cells.
        return back < 0 || char.IsAsciiDigit(text[back]) || Fraction(text[back]).HasValue;
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            switch (c)
            {
                case '\'' or '’':
                    break;
                case 'µ' or 'μ':
                    folded.Append('u');
                    break;
                case 'Ω' or 'Ω':
                    folded.Append("ohm");
                    break;
                case '²':
                    folded.Append('2');
                    break;
                case '³':
                    folded.Append('3');
                    break;
                case >= '₀' and <= '₉':
                    folded.Append((char)('0' + (c - '₀')));
                    break;
                case '℃':
                    folded.Append("°c");
                    break;
                case '℉':
                    folded.Append("°f");
                    break;
                default:
                    folded.Append(char.ToLowerInvariant(c));
                    break;
            }
        }

        return folded.ToString();
    }

    private static Word NumberWord(double value, int start)
    {
        string text = value.ToString("0.######", CultureInfo.InvariantCulture);
        return new Word(text, text, value, start);
    }

    private static double? Fraction(char c) => c switch
    {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        '⅓' => 1.0 / 3,
        '⅔' => 2.0 / 3,
        _ => null,
    };

    // A separator before exactly three digits, with at most three digits before it.
    private static bool IsGroup(string text, int i)
    {
        int after = i + 1;
        while (after < text.Length && char.IsAsciiDigit(text[after]))
        {
            after++;
        }

        int before = i;
        while (before > 0 && char.IsAsciiDigit(text[before - 1]))
        {
            before--;
        }

        return after - i - 1 == 3 && i - before <= 3 && text[before] != '0';
    }

    private static bool IsDecimalPoint(string text, int i) =>
        text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]));
}
