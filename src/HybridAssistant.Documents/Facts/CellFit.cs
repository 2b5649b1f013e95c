using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Compares the two readings of a cell: what the lines enclose, and where its words stand.</summary>
internal static class CellFit
{
    // Words may touch a line; more than this share of a word beyond it means that lines and words disagree.
    private const double Overhang = 0.3;
    private const double Tolerance = 2.5;

    /// <summary>Why a cell's text cannot be trusted to be its own; null where it can.</summary>
    public static string? DoubtOf(Table table, Cell cell)
    {
        if (!table.IsRuled)
        {
            return null;
        }

        foreach (TextLine line in cell.Lines)
        {
            foreach (Word word in line.Words)
            {
                double allowed = Math.Max(Tolerance, Overhang * word.Box.Width);
                if (!word.Vertical && (cell.Box.X0 - word.Box.X0 > allowed || word.Box.X1 - cell.Box.X1 > allowed))
                {
                    return "its words reach over the lines of its cell";
                }
            }
        }

        return null;
    }
}
