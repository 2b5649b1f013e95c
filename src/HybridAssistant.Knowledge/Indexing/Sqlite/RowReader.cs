using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Reads facts, passages and codes from rows selected by the column lists here.</summary>
internal static class RowReader
{
    /// <summary>Columns of a fact; the tables are aliased f and d.</summary>
    public const string FactColumns =
        """
        d.name, d.title, d.revision, f.fact_id, f.page, f.product, f.section, f.attribute, f.condition, f.value, f.unit,
        f.x0, f.y0, f.x1, f.y1, f.confidence, f.read_by, f.doubt,
        f.typed_min, f.typed_typical, f.typed_max, f.typed_unit, f.typed_kind, f.ordinal
        """;

    /// <summary>Columns of a passage; the tables are aliased p and d.</summary>
    public const string PassageColumns =
        "d.name, d.title, d.revision, p.passage_id, p.page, p.section, p.text, p.x0, p.y0, p.x1, p.y1, p.read_by, p.ordinal";

    /// <summary>Columns of a code; the tables are aliased c and d.</summary>
    public const string CodeColumns = "d.name, c.printed, c.normalized, c.page, c.product, c.composed";

    /// <summary>Number of columns before those that a query adds to a fact.</summary>
    public const int FactColumnCount = 24;

    /// <summary>Number of columns before those that a query adds to a passage.</summary>
    public const int PassageColumnCount = 13;

    /// <summary>A fact with its sheet's title and revision.</summary>
    public static IndexEntry Fact(SqliteDataReader row) =>
        new(
            new Fact
            {
                Document = row.GetString(0),
                Id = row.GetString(3),
                Page = row.GetInt32(4),
                Product = row.GetString(5),
                Section = row.GetString(6),
                Attribute = row.GetString(7),
                Condition = row.GetString(8),
                Value = row.GetString(9),
                Unit = row.GetString(10),
                Box = Box(row, 11),
                Confidence = row.GetDouble(15),
                ReadBy = (ReadBy)row.GetInt32(16),
                Doubt = Text(row, 17),
                Typed = row.IsDBNull(22)
                    ? null
                    : new TypedValue(Number(row, 18), Number(row, 19), Number(row, 20), row.GetString(21), row.GetString(22)),
                Ordinal = row.GetInt32(23),
            },
            null,
            row.GetString(1),
            Text(row, 2));

    /// <summary>A passage with its sheet's title and revision.</summary>
    public static IndexEntry Passage(SqliteDataReader row) =>
        new(
            null,
            new Passage
            {
                Document = row.GetString(0),
                Id = row.GetString(3),
                Page = row.GetInt32(4),
                Section = row.GetString(5),
                Text = row.GetString(6),
                Box = Box(row, 7),
                ReadBy = (ReadBy)row.GetInt32(11),
                Ordinal = row.GetInt32(12),
            },
            row.GetString(1),
            Text(row, 2));

    /// <summary>A code and the document that prints or composes it.</summary>
    public static CodeMatch Code(SqliteDataReader row) =>
        new(
            row.GetString(0),
            new ProductCode(row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4)),
            row.GetInt32(5) != 0);

    /// <summary>A text column; null where it is NULL.</summary>
    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static double? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    private static BoundingBox Box(SqliteDataReader row, int first) =>
        new(row.GetDouble(first), row.GetDouble(first + 1), row.GetDouble(first + 2), row.GetDouble(first + 3));
}
