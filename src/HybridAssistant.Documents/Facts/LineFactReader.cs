using System.Collections.Immutable;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Reads facts outside tables: "Label: value" lines and list items that state a quantity.</summary>
internal sealed class LineFactReader
{
    private const double LabelledConfidence = 0.85;
    private const double ItemConfidence = 0.7;
    private const int MostValueWords = 14;

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
        for (int i = 0; i < column.Count; i++)
        {
            if (_isHeading(column[i]))
            {
                continue;
            }

            if (Bullet.StartsLine(column[i].Words[0].Text))
            {
                int end = i + 1;
                while (end < column.Count && ContinuesItem(column, i, end))
                {
                    end++;
                }

                ReadItem([.. column.Skip(i).Take(end - i)]);
                i = end - 1;
            }
            else
            {
                ReadLabelled(column[i]);
            }
        }
    }

    private bool ContinuesItem(IReadOnlyList<TextLine> column, int item, int next) =>
        !Bullet.StartsLine(column[next].Words[0].Text)
        && !_isHeading(column[next])
        && column[next].Box.X0 > column[item].Box.X0 + 2
        && column[next].Baseline - column[next - 1].Baseline < 1.7 * column[next].FontSize
        && next - item < 4;

    private void ReadItem(TextLine[] lines)
    {
        string text = Bullet.Strip(LineText.Join(lines));
        if (text.Length == 0 || Furniture.IsContact(text))
        {
            return;
        }

        BoundingBox box = lines.Select(static l => l.Box).Aggregate(static (a, b) => a.Union(b));
        if (LabelSplitter.Split(text) is [{ Label.Length: > 0 }, ..] parts)
        {
            AddLabelled(parts, box, ItemConfidence);
            return;
        }

        ImmutableArray<QuantityMention> mentions = QuantityFinder.Default.FindQuantities(text);
        if (mentions.IsEmpty || text.Count(static c => c == ' ') > MostValueWords)
        {
            return;
        }

        foreach (QuantityMention mention in mentions)
        {
            (string word, string quantity) = ComparatorWord.Detach(mention.Text);
            (string behind, quantity) = ComparatorWord.DetachBehind(quantity);
            PrintedQuantity printed = ValueSplitter.Default.Split(quantity)[0];
            string attribute = (text[..mention.Start] + text[(mention.Start + mention.Length)..]).Replace("  ", " ", StringComparison.Ordinal).Trim(' ', ',', '-', '–');
            Add(LabelText.Clean(attribute), (word + " " + behind).Trim(), printed.Value, printed.Unit, box, ItemConfidence);
        }
    }

    private void ReadLabelled(TextLine line)
    {
        string text = LineText.Of(line);
        if (Furniture.IsContact(text) || FootnoteIndex.IsFootnote(line) || LabelSplitter.Split(text) is not [{ Label.Length: > 0 }, ..] parts)
        {
            return;
        }

        if (parts.Sum(static p => p.Text.Count(static c => c == ' ')) <= MostValueWords * parts.Count)
        {
            AddLabelled(parts, line.Box, LabelledConfidence);
        }
    }

    private void AddLabelled(IReadOnlyList<(string Label, string Text)> parts, BoundingBox box, double confidence)
    {
        foreach ((string label, string text) in parts)
        {
            Heading heading = Heading.Of(LabelText.Clean(label));
            foreach (Statement statement in StatementReader.Read(text))
            {
                string condition = statement.Label.Length > 0 ? $"{statement.Label} {statement.Condition}".TrimEnd() : statement.Condition;
                Add(heading.Name, condition, statement.Value, statement.Unit.Length > 0 ? statement.Unit : heading.Unit, box, confidence);
            }
        }
    }

    private void Add(string attribute, string condition, string value, string unit, BoundingBox box, double confidence)
    {
        if (attribute.Length == 0 || value.Length == 0)
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
