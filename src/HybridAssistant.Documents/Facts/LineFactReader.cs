using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads facts outside tables: "Label: value" lines, list items, and single lines under a heading that they answer.</summary>
internal sealed class LineFactReader
{
    private const double LabelledConfidence = 0.85;
    private const double ItemConfidence = 0.7;
    private const int MostValueWords = 14;
    private const int FewestModels = 2;
    private const int MostItemLines = 4;
    private const int ShortestPlainList = 5;

    private readonly int _page;
    private readonly Func<BoundingBox, string> _sectionOf;
    private readonly Func<TextLine, bool> _isHeading;
    private readonly List<FactDraft> _facts = [];

    public LineFactReader(int page, Func<BoundingBox, string> sectionOf, Func<TextLine, bool> isHeading)
    {
        _page = page;
        _sectionOf = sectionOf;
        _isHeading = isHeading;
    }

    /// <summary>The facts read so far.</summary>
    public IReadOnlyList<FactDraft> Facts => _facts;

    /// <summary>Reads one text column.</summary>
    public void Read(IReadOnlyList<TextLine> column)
    {
        ReadAnsweredHeadings(column);
        ReadPlainLists(column);
        var parents = new Stack<(double X0, string Text)>();
        for (int i = 0; i < column.Count; i++)
        {
            if (_isHeading(column[i]))
            {
                parents.Clear();
                continue;
            }

            if (ClauseNumber.Opens(column[i]))
            {
                int last = i + 1;
                while (last < column.Count && ContinuesItem(column, i, last) && !ClauseNumber.Opens(column[last]))
                {
                    last++;
                }

                ReadLabelled(new TextLine([.. column.Skip(i).Take(last - i).SelectMany(static line => line.Words)], column[i].Baseline));
                i = last - 1;
                continue;
            }

            if (!Bullet.StartsLine(column[i].Words[0].Text))
            {
                ReadLabelled(column[i]);
                continue;
            }

            int end = i + 1;
            while (end < column.Count && ContinuesItem(column, i, end))
            {
                end++;
            }

            while (parents.Count > 0 && parents.Peek().X0 > column[i].Box.X0 - 4)
            {
                parents.Pop();
            }

            bool hasChildren = end < column.Count && Bullet.StartsLine(column[end].Words[0].Text) && column[end].Box.X0 > column[i].Box.X0 + 4;
            TextLine[] lines = [.. column.Skip(i).Take(end - i)];
            if (hasChildren)
            {
                parents.Push((column[i].Box.X0, Bullet.Strip(LineText.Join(lines)).TrimEnd(':')));
            }
            else
            {
                ReadItem(lines, parents.Count > 0 ? parents.Peek().Text : "");
            }

            i = end - 1;
        }
    }

    /// <summary>Reads the sentences of running text that state one quantity each.</summary>
    public void ReadSentences(IEnumerable<(string Text, BoundingBox Box)> sentences)
    {
        foreach ((string text, BoundingBox box) in sentences)
        {
            if (SentenceReader.Read(text) is { } stated)
            {
                Add(stated.Label, stated.Condition, stated.Value, stated.Unit, box, ItemConfidence);
            }
        }
    }

    private bool ContinuesItem(IReadOnlyList<TextLine> column, int item, int next) =>
        !Bullet.StartsLine(column[next].Words[0].Text)
        && !_isHeading(column[next])
        && column[next].Box.X0 > column[item].Box.X0 + 2
        && column[next].Baseline - column[next - 1].Baseline < 1.7 * column[next].FontSize
        && next - item < MostItemLines;

    private void ReadItem(TextLine[] lines, string parent)
    {
        string text = Bullet.Strip(LineText.Join(lines));
        if (text.Length < 3 || Furniture.IsContact(text))
        {
            return;
        }

        BoundingBox box = lines.Select(static l => l.Box).Aggregate(static (a, b) => a.Union(b));
        if (LabelSplitter.Split(text) is [{ Label.Length: > 0 }, ..] parts)
        {
            AddLabelled(parts, parent, box, ItemConfidence);
            return;
        }

        foreach (Statement statement in ItemReader.Read(text))
        {
            bool named = statement.Label.Length > 0;
            if (!named && statement.Unit.Length > 0 && parent.Length == 0)
            {
                continue;
            }

            string attribute = named ? Words.Join(parent, statement.Label) : parent.Length > 0 ? parent : _sectionOf(box);
            Add(attribute, statement.Condition, statement.Value, statement.Unit, box, ItemConfidence);
        }
    }

    private void ReadLabelled(TextLine line)
    {
        string text = LineText.Of(line);
        text = text[LabelText.ClauseNumberLength(text)..];
        if (Furniture.IsContact(text) || FootnoteIndex.IsFootnote(line))
        {
            return;
        }

        if (LabelSplitter.Split(text) is not [{ Label.Length: > 0 }, ..] parts)
        {
            ReadModelValues(text, line.Box);
            return;
        }

        if (parts.Sum(static p => Words.Count(p.Text)) <= MostValueWords * parts.Count)
        {
            AddLabelled(parts, "", line.Box, LabelledConfidence);
        }
    }

    /// <summary>"LF-1 0.65 kg, LF-2 1.9 kg" under "Weight": a value for each model.</summary>
    private void ReadModelValues(string text, BoundingBox box)
    {
        string[] parts = text.TrimEnd('.').Split(", ");
        string section = _sectionOf(box);
        if (parts.Length < FewestModels || section.Length == 0)
        {
            return;
        }

        var values = new List<(string Model, Statement Value)>();
        foreach (string part in parts)
        {
            int space = part.IndexOf(' ');
            if (space < 0 || !ValueShape.IsCode(part.AsSpan(0, space)) || !ValueShape.StartsAsQuantity(part.AsSpan(space)) || StatementReader.Read(part[space..]) is not [{ } value])
            {
                return;
            }

            values.Add((part[..space], value));
        }

        foreach ((string model, Statement value) in values)
        {
            Add($"{section}, {model}", value.Condition, value.Value, value.Unit, box, LabelledConfidence);
        }
    }

    /// <summary>Headings that stand over one short line each ("Standard Warranty" over "12 Months") are labels.</summary>
    private void ReadAnsweredHeadings(IReadOnlyList<TextLine> column)
    {
        var answered = new List<(TextLine Heading, TextLine Answer)>();
        for (int i = 0; i + 1 < column.Count; i++)
        {
            bool alone = i + 2 >= column.Count || _isHeading(column[i + 2]);
            TextLine answer = column[i + 1];
            if (_isHeading(column[i]) && column[i].Words.Count <= 5 && alone && !_isHeading(answer) && IsAnswer(column[i], answer))
            {
                answered.Add((column[i], answer));
            }
        }

        if (answered.Count < 2)
        {
            return;
        }

        foreach ((TextLine heading, TextLine answer) in answered)
        {
            AddLabelled([(LineText.Of(heading), LineText.Of(answer))], "", answer.Box, ItemConfidence);
        }
    }

    /// <summary>A heading over many short lines without marks ("APPLICATIONS") heads a list all the same.</summary>
    private void ReadPlainLists(IReadOnlyList<TextLine> column)
    {
        for (int i = 0; i < column.Count; i++)
        {
            if (!_isHeading(column[i]))
            {
                continue;
            }

            int end = i + 1;
            while (end < column.Count && !_isHeading(column[end]) && IsPlainItem(column[i + 1], column[end]))
            {
                end++;
            }

            bool closes = end == column.Count || _isHeading(column[end]);
            if (!closes || end - i <= ShortestPlainList)
            {
                continue;
            }

            for (int item = i + 1; item < end; item++)
            {
                Add(LabelText.Clean(LineText.Of(column[i])), "", LineText.Of(column[item]), "", column[item].Box, ItemConfidence);
            }
        }
    }

    private static bool IsPlainItem(TextLine first, TextLine line)
    {
        string text = LineText.Of(line);
        return line.Words.Count <= 6 && char.IsLetter(text[0]) && Math.Abs(line.Box.X0 - first.Box.X0) < 4
            && !text.EndsWith('.') && !text.EndsWith(',') && !text.Contains(':') && !Furniture.IsContact(text)
            && !Bullet.StartsLine(line.Words[0].Text);
    }

    private static bool IsAnswer(TextLine heading, TextLine answer)
    {
        string text = LineText.Of(answer);
        return answer.Baseline - heading.Baseline < 2.2 * heading.FontSize
            && Math.Abs(answer.Box.X0 - heading.Box.X0) < 12
            && answer.Words.Count <= MostValueWords
            && !text.EndsWith('.') && !text.EndsWith(':') && !Furniture.IsContact(text)
            && !Bullet.StartsLine(answer.Words[0].Text)
            && LabelSplitter.Split(text)[0].Label.Length == 0;
    }

    private void AddLabelled(IReadOnlyList<(string Label, string Text)> parts, string parent, BoundingBox box, double confidence)
    {
        foreach ((string label, string text) in parts)
        {
            Heading heading = Heading.Of(LabelText.Clean(label));
            foreach (Statement statement in StatementReader.Read(text))
            {
                string own = Words.Join(statement.Label, statement.Condition);
                string unit = statement.Unit.Length > 0 ? statement.Unit : heading.Unit;
                (string attribute, string condition) = parent.Length > 0 ? (parent, Words.Join(heading.Name, own)) : (heading.Name, own);
                Add(attribute, condition, statement.Value, unit, box, confidence);
            }
        }
    }

    private void Add(string attribute, string condition, string value, string unit, BoundingBox box, double confidence)
    {
        if (!LabelText.IsLabel(attribute) || value.Length == 0)
        {
            return;
        }

        _facts.Add(new FactDraft
        {
            Page = _page,
            Section = _sectionOf(box),
            Attribute = attribute,
            Condition = condition,
            Value = value,
            Unit = unit,
            Box = box,
            Confidence = confidence,
        });
    }
}
