using System.Text;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Reading;

/// <summary>
/// Joins raised and lowered small words to the word they belong to: an exponent becomes part of its text ("m³", "10⁻³"),
/// a footnote mark is kept beside it, a subscript is written on the line.
/// </summary>
internal static class ScriptJoiner
{
    private const double SmallerThan = 0.86;
    private const double NearEnough = 0.3;

    /// <summary>Returns the lines with all scripts joined; lines that held nothing else are gone.</summary>
    public static List<TextLine> Join(List<TextLine> lines)
    {
        var kept = new List<TextLine>(lines.Count);
        List<Word>?[] changed = new List<Word>?[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            foreach (Word script in lines[i].Words)
            {
                if (script.Text.Length <= 6 && TryJoin(lines, changed, i, script))
                {
                    changed[i] ??= [.. lines[i].Words];
                    changed[i]!.Remove(script);
                }
            }
        }

        for (int i = 0; i < lines.Count; i++)
        {
            if (changed[i] is null)
            {
                kept.Add(lines[i]);
            }
            else if (changed[i]!.Count > 0)
            {
                kept.Add(new TextLine(changed[i]!, changed[i]![0].Baseline));
            }
        }

        return kept;
    }

    private static bool TryJoin(List<TextLine> lines, List<Word>?[] changed, int index, Word script)
    {
        // A raised mark's own line comes before the line it belongs to, a lowered one's after.
        for (int j = index + 1; j < lines.Count && lines[j].Baseline - script.Baseline < 8; j++)
        {
            if (TryJoinTo(lines, changed, j, script))
            {
                return true;
            }
        }

        for (int j = index - 1; j >= 0 && script.Baseline - lines[j].Baseline < 8; j--)
        {
            if (TryJoinTo(lines, changed, j, script))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryJoinTo(List<TextLine> lines, List<Word>?[] changed, int index, Word script)
    {
        IReadOnlyList<Word> words = changed[index] ?? lines[index].Words;
        for (int w = 0; w < words.Count; w++)
        {
            Word word = words[w];
            double raised = word.Baseline - script.Baseline;
            if (script.FontSize > word.FontSize * SmallerThan || raised > word.FontSize * 0.7 || raised < -word.FontSize * 0.4)
            {
                continue;
            }

            double gap = script.Box.X0 - word.Box.X1;
            if (gap < -NearEnough * word.FontSize || gap > NearEnough * word.FontSize)
            {
                continue;
            }

            List<Word> target = changed[index] ??= [.. lines[index].Words];
            target[w] = Joined(word, script, raised > 0);
            GlueNext(target, w);
            return true;
        }

        return false;
    }

    /// <summary>What follows a script without a gap belongs to its word: "(Zn/MnO2" and ")".</summary>
    private static void GlueNext(List<Word> words, int index)
    {
        if (index + 1 >= words.Count || words[index].Mark.Length > 0)
        {
            return;
        }

        Word word = words[index];
        Word next = words[index + 1];
        double gap = next.Box.X0 - word.Box.X1;
        if (gap < 0.08 * word.FontSize && next.FontSize > word.FontSize * SmallerThan)
        {
            words[index] = next with { Text = word.Text + next.Text, Box = word.Box.Union(next.Box), Bold = word.Bold };
            words.RemoveAt(index + 1);
        }
    }

    private static Word Joined(Word word, Word script, bool raised)
    {
        var box = new BoundingBox(word.Box.X0, word.Box.Y0, Math.Max(word.Box.X1, script.Box.X1), word.Box.Y1);
        if (!raised)
        {
            return word with { Text = word.Text + script.Text, Box = box };
        }

        return IsExponent(word.Text, script.Text)
            ? word with { Text = word.Text + Raise(script.Text), Box = box }
            : word with { Mark = word.Mark.Length > 0 ? word.Mark + " " + script.Text : script.Text, Box = box };
    }

    /// <summary>Whether a raised text is a power rather than a footnote mark: "m" and "3", "10" and "-12".</summary>
    internal static bool IsExponent(string text, string script)
    {
        foreach (char c in script)
        {
            if (!char.IsAsciiDigit(c) && c is not ('-' or '−' or '–' or '+'))
            {
                return false;
            }
        }

        if (text.EndsWith("10", StringComparison.Ordinal) || text.EndsWith('^'))
        {
            return true;
        }

        if (script.Length > 1 && script[0] is '-' or '−' or '–' && text.Length > 0 && char.IsLetter(text[^1]))
        {
            // No footnote is marked with a negative number: "min⁻¹".
            return true;
        }

        int start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return script is "2" or "3" or "-1" or "-2" or "-3" or "−1" or "−2" or "−3"
            && text[start..] is "m" or "cm" or "mm" or "dm" or "km" or "in" or "ft" or "s" or "Hz" or "I" or "A" or "µm" or "yd";
    }

    private static string Raise(string digits)
    {
        var raised = new StringBuilder(digits.Length);
        foreach (char c in digits)
        {
            raised.Append(c switch
            {
                '1' => '¹',
                '2' => '²',
                '3' => '³',
                '0' or (>= '4' and <= '9') => (char)('⁰' + (c - '0')),
                '+' => '⁺',
                _ => '⁻',
            });
        }

        return raised.ToString();
    }
}
