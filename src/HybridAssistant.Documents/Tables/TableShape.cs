namespace HybridAssistant.Documents.Tables;

/// <summary>How a table is to be read: which rows and columns are headings, and what stands along which side.</summary>
internal sealed record TableShape
{
    /// <summary>Index of the first row that is no heading.</summary>
    public required int FirstBodyRow { get; init; }

    /// <summary>Number of leading columns that hold row labels.</summary>
    public required int LabelColumns { get; init; }

    /// <summary>Headings of the columns, those of several rows joined.</summary>
    public required Heading[] Headings { get; init; }

    /// <summary>Meanings of the columns.</summary>
    public required ColumnRole[] Roles { get; init; }

    /// <summary>Rows above the headings that span the table.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>What the table's rows and columns stand for.</summary>
    public required TableLayout Layout { get; init; }

    /// <summary>Column of product names in a table of records; -1 where there is none.</summary>
    public int KeyColumn { get; init; } = -1;
}
