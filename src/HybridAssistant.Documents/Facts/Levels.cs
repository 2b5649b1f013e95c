using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>The words by which facts name the columns of bounds and typical values.</summary>
internal static class Levels
{
    /// <summary>The word for a column; empty where the column is none of them.</summary>
    public static string Of(ColumnRole role) => role switch
    {
        ColumnRole.Min => "min",
        ColumnRole.Typ => "typ",
        ColumnRole.Max => "max",
        ColumnRole.Nom => "nominal",
        _ => "",
    };
}
