using System.Text.Json;
using HybridAssistant.Knowledge.Indexing.Text;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>
/// BM25 over one text index. Ranking a line costs FTS5 ten times what finding it does. So in a large index only the
/// lines with the greatest sum of their terms' rarities are ranked: 500 of them held every one of the best 50 by full
/// ranking for 64 questions over 100,000 passages, at a third of the time.
/// </summary>
internal sealed class TextSearch(SqliteSession session, TextTable table)
{
    /// <summary>Lines of an index up to which all are ranked.</summary>
    public const int DefaultRankAllUpTo = 5_000;

    private const int LeastCandidates = 500;
    private const int CandidatesPerResult = 10;

    /// <summary>The best entries within a scope, best first; ties in no order.</summary>
    public IEnumerable<ScoredEntry> Search(IReadOnlyList<string> terms, EntryScope scope, int limit, int rankAllUpTo)
    {
        List<(string Name, object? Value)> parameters = [("$query", TextQuery.AnyOf(terms)), ("$limit", limit)];
        string condition = table == TextTable.Facts ? scope.FactCondition(parameters) : scope.PassageCondition(parameters);
        long size = session.Number($"SELECT max(id) FROM {table.Source}");
        if (size > rankAllUpTo && scope.IsByDocument)
        {
            // The plus keeps SQLite from looking each row up in the text index, which is slower than passing over all.
            condition += " AND +t.rowid IN (SELECT value FROM json_each($candidates))";
            parameters.Add(("$candidates", JsonSerializer.Serialize(Candidates(terms, scope, size, Math.Max(LeastCandidates, limit * CandidatesPerResult)))));
        }

        // Ordered by the function, not by FTS5's rank column: so only lines that meet the condition are ranked.
        using SqliteDataReader reader = session.Query(
            $"""
            SELECT {table.Columns}, {table.Rank} AS score
            FROM {table.Name} t JOIN {table.Source} ON {table.Alias}.id = t.rowid JOIN documents d ON d.id = {table.Alias}.document_id
            WHERE t.{table.Name} MATCH $query AND {condition} ORDER BY score LIMIT $limit
            """,
            [.. parameters]);
        while (reader.Read())
        {
            yield return new ScoredEntry(table.Read(reader), -reader.GetDouble(table.ColumnCount));
        }
    }

    private List<long> Candidates(IReadOnlyList<string> terms, EntryScope scope, long size, int count)
    {
        float[] scores = new float[size + 1];
        var touched = new List<long>();
        var lines = new List<long>();
        foreach (string term in terms)
        {
            lines.Clear();
            using (SqliteDataReader reader = session.Query(
                $"SELECT rowid FROM {table.Name} WHERE {table.Name} MATCH $query", ("$query", TextQuery.AnyOf([term]))))
            {
                while (reader.Read())
                {
                    lines.Add(reader.GetInt64(0));
                }
            }

            float rarity = MathF.Max(1e-6f, MathF.Log((size - lines.Count + 0.5f) / (lines.Count + 0.5f)));
            foreach (long line in lines)
            {
                if (scores[line] == 0)
                {
                    touched.Add(line);
                }

                scores[line] += rarity;
            }
        }

        return Best(touched, scores, scope.DocumentRanges(session, table), count);
    }

    private static List<long> Best(List<long> touched, float[] scores, DocumentRanges allowed, int count)
    {
        var best = new PriorityQueue<long, float>(count + 1);
        foreach (long line in touched)
        {
            if (!allowed.Contains(line))
            {
                continue;
            }

            if (best.Count < count)
            {
                best.Enqueue(line, scores[line]);
            }
            else
            {
                best.EnqueueDequeue(line, scores[line]);
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element)];
    }
}
