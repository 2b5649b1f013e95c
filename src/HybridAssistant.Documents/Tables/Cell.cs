using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>A cell of a table; a merged one covers several rows or columns.</summary>
internal sealed class Cell
{
    private string? _text;

    public Cell(int row, int column, int rowSpan, int columnSpan, BoundingBox box, IReadOnlyList<TextLine> lines)
    {
        Row = row;
        Column = column;
        RowSpan = rowSpan;
        ColumnSpan = columnSpan;
        Box = box;
        Lines = lines;
    }

    /// <summary>First row, counted from 0.</summary>
    public int Row { get; }

    /// <summary>First column, counted from 0.</summary>
    public int Column { get; }

    /// <summary>Number of rows it covers.</summary>
    public int RowSpan { get; }

    /// <summary>Number of columns it covers.</summary>
    public int ColumnSpan { get; }

    /// <summary>The area of the cell, borders included.</summary>
    public BoundingBox Box { get; }

    /// <summary>Its lines of text, top to bottom.</summary>
    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>Colour behind the text as 0xRRGGBB; white where nothing is painted.</summary>
    public int Fill { get; init; } = ColorValue.White;

    /// <summary>Whether nothing is printed in it.</summary>
    public bool IsEmpty => Lines.Count == 0;

    /// <summary>Its words joined by blanks, words divided at line ends joined.</summary>
    public string Text => _text ??= LineText.Join(Lines);

    /// <summary>Whether most of its words are bold.</summary>
    public bool IsBold
    {
        get
        {
            int bold = 0;
            int all = 0;
            foreach (TextLine line in Lines)
            {
                foreach (Word word in line.Words)
                {
                    bold += word.Bold ? word.Text.Length : 0;
                    all += word.Text.Length;
                }
            }

            return all > 0 && bold * 2 > all;
        }
    }

    /// <summary>The box of what is printed in the cell; the cell's own where it is empty.</summary>
    public BoundingBox TextBox
    {
        get
        {
            if (Lines.Count == 0)
            {
                return Box;
            }

            BoundingBox box = Lines[0].Box;
            for (int i = 1; i < Lines.Count; i++)
            {
                box = box.Union(Lines[i].Box);
            }

            return box;
        }
    }
}
