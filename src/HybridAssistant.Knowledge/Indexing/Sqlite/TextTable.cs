using System.Globalization;
using HybridAssistant.Knowledge.Indexing.Text;
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
    public static TextTable Facts { get; } = new(
        "fact_text", "facts f", "f", RowReader.FactColumns, RowReader.FactColumnCount,
        Bm25("fact_text", LineFields.FactWeights), RowReader.Fact);

    public static TextTable Passages { get; } = new(
        "passage_text", "passages p", "p", RowReader.PassageColumns, RowReader.PassageColumnCount,
        Bm25("passage_text", LineFields.PassageWeights), RowReader.Passage);

    private static string Bm25(string table, IEnumerable<double> weights) =>
        $"bm25({table}, {string.Join(", ", weights.Select(weight => weight.ToString("0.0", CultureInfo.InvariantCulture)))})";
}
