using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>Marks of a table of features, in which a dash says that something is not available.</summary>
internal static class FeatureMarks
{
    /// <summary>Whether a row has marks rather than values.</summary>
    public static bool AreIn(Table table, int row)
    {
        for (int c = 0; c < table.ColumnCount; c++)
        {
            if (table.At(row, c)?.Text is "●" or "○" or "✓" or "✔" or "•" or "√" or "x" or "X" or "■" or "□")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a cell says that something is not there.</summary>
    public static bool IsAbsent(string text) => text is "-" or "–" or "—" or "−";
}
