using System.Globalization;
using HybridAssistant.Knowledge.Indexing.Contents;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Checks the file and that its tables agree with each other.</summary>
internal static class IndexVerifier
{
    // Each query counts rows that should not be.
    private static readonly (string Sql, string Fault)[] Rules =
    [
        ("SELECT count(*) FROM documents d WHERE d.facts <> (SELECT count(*) FROM facts f WHERE f.document_id = d.id)",
            "documents have another number of facts than they were indexed with"),
        ("SELECT count(*) FROM documents d WHERE d.passages <> (SELECT count(*) FROM passages p WHERE p.document_id = d.id)",
            "documents have another number of passages than they were indexed with"),
        ("SELECT count(*) FROM facts WHERE document_id NOT IN (SELECT id FROM documents)", "facts belong to no document"),
        ("SELECT count(*) FROM passages WHERE document_id NOT IN (SELECT id FROM documents)", "passages belong to no document"),
        ("SELECT count(*) FROM codes WHERE document_id NOT IN (SELECT id FROM documents)", "codes belong to no document"),
        ("SELECT count(*) FROM facts WHERE doubt IS NULL AND id NOT IN (SELECT id FROM fact_text_docsize)", "facts are missing from the text index"),
        ("SELECT count(*) FROM fact_text_docsize WHERE id NOT IN (SELECT id FROM facts WHERE doubt IS NULL)", "lines of the text index have no fact"),
        ("SELECT count(*) FROM passages WHERE id NOT IN (SELECT id FROM passage_text_docsize)", "passages are missing from the text index"),
        ("SELECT count(*) FROM passage_text_docsize WHERE id NOT IN (SELECT id FROM passages)", "texts of the text index have no passage"),
        ("SELECT count(*) FROM fact_vectors WHERE id NOT IN (SELECT id FROM facts WHERE doubt IS NULL)", "vectors have no fact"),
        ("SELECT count(*) FROM passage_vectors WHERE id NOT IN (SELECT id FROM passages)", "vectors have no passage"),
        ("SELECT count(*) FROM documents WHERE superseded_by IS NOT NULL AND superseded_by NOT IN (SELECT name FROM documents)",
            "documents are superseded by one that is gone"),
    ];

    private static readonly (string Sql, string Fault)[] VectorRules =
    [
        ("SELECT count(*) FROM facts WHERE doubt IS NULL AND id NOT IN (SELECT id FROM fact_vectors)", "facts have no vector"),
        ("SELECT count(*) FROM passages WHERE id NOT IN (SELECT id FROM passage_vectors)", "passages have no vector"),
        ("SELECT max(0, count(DISTINCT length(vector)) - 1) FROM (SELECT vector FROM fact_vectors UNION ALL SELECT vector FROM passage_vectors)",
            "further lengths of vectors are stored"),
    ];

    private static readonly (string Sql, string Fault)[] NoVectorRules =
    [
        ("SELECT (SELECT count(*) FROM fact_vectors) + (SELECT count(*) FROM passage_vectors)", "vectors are stored without the model that made them"),
    ];

    /// <summary>What is wrong, one sentence each.</summary>
    public static IReadOnlyList<string> Verify(SqliteSession session, IndexView view, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        using (SqliteDataReader reader = session.Query("PRAGMA integrity_check"))
        {
            while (reader.Read())
            {
                if (reader.GetString(0) != "ok")
                {
                    faults.Add(reader.GetString(0));
                }
            }
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        foreach ((string sql, string fault) in Rules.Concat(view.EmbedderFingerprint is null ? NoVectorRules : VectorRules))
        {
            cancellationToken.ThrowIfCancellationRequested();
            long count = session.Number(sql);
            if (count > 0)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {fault}."));
            }
        }

        foreach (DocumentRow row in view.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SheetDigest.Of(SheetLoader.Load(session, row.Document.Document)!) != row.Document.Digest)
            {
                faults.Add($"'{row.Document.Document}' does not read back as it was written.");
            }
        }

        return faults;
    }
}
