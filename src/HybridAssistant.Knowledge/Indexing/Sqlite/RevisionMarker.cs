using HybridAssistant.Knowledge.Indexing.Revisions;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Marks superseded documents, inside the transaction that changed one of them.</summary>
internal static class RevisionMarker
{
    /// <summary>Marks anew all documents that share one of these titles.</summary>
    public static void Mark(SqliteSession session, params ReadOnlySpan<string?> titles)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (string? title in titles)
        {
            if (title is not null && keys.Add(RevisionOrder.TitleKey(title)))
            {
                MarkTitle(session, RevisionOrder.TitleKey(title));
            }
        }
    }

    private static void MarkTitle(SqliteSession session, string titleKey)
    {
        var sheets = new List<RevisedSheet>();
        using (SqliteDataReader reader = session.Query(
            "SELECT name, revision, revision_date, products FROM documents WHERE title_key = $key", ("$key", titleKey)))
        {
            while (reader.Read())
            {
                sheets.Add(new RevisedSheet(
                    reader.GetString(0),
                    RowReader.Text(reader, 1),
                    DocumentRow.Date(RowReader.Text(reader, 2)),
                    DocumentRow.Products(reader.GetString(3))));
            }
        }

        IReadOnlyDictionary<string, string> superseded = RevisionChain.Resolve(sheets);
        foreach (RevisedSheet sheet in sheets)
        {
            session.Execute(
                "UPDATE documents SET superseded_by = $by WHERE name = $name AND superseded_by IS NOT $by",
                ("$by", superseded.GetValueOrDefault(sheet.Document)),
                ("$name", sheet.Document));
        }
    }
}
