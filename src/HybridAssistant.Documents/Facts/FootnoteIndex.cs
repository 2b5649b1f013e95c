using System.Text;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>The footnotes of a page by their marks.</summary>
internal sealed class FootnoteIndex
{
    // Longer notes are running text; as conditions they would bury the value.
    private const int MostWords = 20;

    private readonly Dictionary<string, string> _texts;

    private readonly FootnoteIndex? _sheet;

    private FootnoteIndex(Dictionary<string, string> texts, FootnoteIndex? sheet)
    {
        _texts = texts;
        _sheet = sheet;
    }

    /// <summary>Collects the footnotes among the lines outside tables.</summary>
    /// <param name="columns">Text columns of a page, or of all pages.</param>
    /// <param name="sheet">Where to look for marks that the page itself does not explain.</param>
    public static FootnoteIndex Of(IEnumerable<IReadOnlyList<TextLine>> columns, FootnoteIndex? sheet = null)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IReadOnlyList<TextLine> column in columns)
        {
            string mark = "";
            TextLine? bare = null;
            foreach (TextLine line in column)
            {
                (string newMark, string text) = Opening(line);
                if (newMark.Length == 0 && bare is not null && line.Box.X0 > bare.Box.X0 && Math.Abs(line.Box.CenterY - bare.Box.CenterY) < line.FontSize)
                {
                    // The mark hangs before its note, further off than a word.
                    newMark = MarkOf(bare.Words[0].Text);
                }

                bare = line.Words.Count == 1 && MarkOf(line.Words[0].Text).Length > 0 ? line : null;
                if (newMark.Length > 0)
                {
                    mark = newMark;
                    texts.TryAdd(mark, text);
                }
                else if (mark.Length > 0 && texts[mark].Length > 0 && !texts[mark].EndsWith('.') && !line.Words[0].Bold)
                {
                    texts[mark] += " " + text;
                }
                else
                {
                    mark = "";
                }
            }
        }

        return new FootnoteIndex(texts, sheet);
    }

    /// <summary>The texts of the marks, joined; empty where there are none or they are too long to qualify a value.</summary>
    public string TextFor(IEnumerable<string> marks)
    {
        string joined = "";
        foreach (string mark in marks)
        {
            foreach (string single in mark.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                if (Find(Fold(single)) is { } text && text.Count(static c => c == ' ') < MostWords && !joined.Contains(text, StringComparison.Ordinal))
                {
                    joined = joined.Length == 0 ? text.TrimEnd('.') : joined + ", " + text.TrimEnd('.');
                }
            }
        }

        return joined;
    }

    private string? Find(string mark) => _texts.GetValueOrDefault(mark) ?? _sheet?.Find(mark);

    /// <summary>The footnote marks printed in a cell.</summary>
    public static IEnumerable<string> MarksOf(Cell cell)
    {
        foreach (TextLine line in cell.Lines)
        {
            foreach (Word word in line.Words)
            {
                if (word.Mark.Length > 0)
                {
                    yield return word.Mark.Replace(")", ") ", StringComparison.Ordinal);
                }
                else if (word.Text.EndsWith('⁾') && MarkOf(word.Text) is { Length: > 0 } raised)
                {
                    yield return raised;
                }
                else if (word.Text.Length > 1 && TrailingMark(word.Text) is { Length: > 0 } mark)
                {
                    yield return mark;
                }
            }
        }
    }

    /// <summary>Whether a line opens a footnote.</summary>
    public static bool IsFootnote(TextLine line) => Opening(line).Mark.Length > 0;

    private static string TrailingMark(string text)
    {
        int start = text.Length;
        while (start > 0 && text[start - 1] is '*' or '†' or '‡' or '§')
        {
            start--;
        }

        return start > 0 ? text[start..] : "";
    }

    private static (string Mark, string Text) Opening(TextLine line)
    {
        string text = LineText.Of(line);
        string mark = MarkOf(line.Words[0].Text);
        return mark.Length > 0 && line.Words.Count > 1 ? (mark, LineText.Of(line.Words, 1, line.Words.Count)) : ("", text);
    }

    /// <summary>The mark that a word is, without its punctuation; empty where it is none.</summary>
    private static string MarkOf(string word)
    {
        string mark = Lowered(word).TrimEnd(':', '.');
        bool starred = mark.Length is > 0 and <= 3 && mark.Trim('*', '†', '‡', '§').Length < mark.Length;
        bool numbered = mark.Length is > 1 and <= 4 && mark.EndsWith(')') && Fold(mark).Length is 1 or 2 && char.IsLetterOrDigit(Fold(mark)[0]);
        return starred || numbered ? Fold(mark) : "";
    }

    /// <summary>"²⁾" as the font's own raised signs.</summary>
    private static string Lowered(string word) => word.EndsWith('⁾') ? word.Normalize(NormalizationForm.FormKC) : word;

    private static string Fold(string mark)
    {
        string folded = mark.Trim('(', ')', ':', '.', ' ');
        return folded.Length > 1 && folded[0] == '*' && char.IsAsciiDigit(folded[1]) ? folded[1..] : folded;
    }
}
