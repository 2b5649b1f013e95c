using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>One of the two text indexes with what a search over it selects.</summary>
/// <param name="Name">Its table.</param>
/// <param name="Source">The table of its entries, with the alias that conditions use.</param>
/// <param name="Alias">That alias.</param>
/// <param name="Columns">Columns of an entry.</param>
/// <param name="ColumnCount">Number of them.</param>
/// <param name="Rank">BM25 with the weights of the text index's columns; smaller is better.</param>
/// <param name="Read">Reads an entry.</param>
internal sealed record TextTable(
    string Name, string Source, string Alias, string Columns, int ColumnCount, string Rank, Func<SqliteDataReader, IndexEntry> Read)
{
    // Columns: title, product, section, attribute, condition, value, unit, codes. A customer names product and
    // attribute; a code that meets is worth more than any word.
    public static TextTable Facts { get; } = new(
        "fact_text", "facts f", "f", RowReader.FactColumns, RowReader.FactColumnCount,
        "bm25(fact_text, 1.0, 2.0, 1.0, 2.0, 1.0, 1.0, 0.5, 3.0)", RowReader.Fact);

    // Columns: title, section, text, codes.
    public static TextTable Passages { get; } = new(
        "passage_text", "passages p", "p", RowReader.PassageColumns, RowReader.PassageColumnCount,
        "bm25(passage_text, 1.0, 1.5, 1.0, 2.0)", RowReader.Passage);
}
