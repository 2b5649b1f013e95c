using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>The table of what the last replacement of each document changed.</summary>
internal static class ChangeTable
{
    /// <summary>The last change of a document; null where it was never replaced.</summary>
    public static SheetChange? Read(SqliteSession session, string document)
    {
        using SqliteDataReader reader = session.Query(
            "SELECT changed_at, facts FROM changes WHERE document = $document", ("$document", document));
        return reader.Read()
            ? new SheetChange(document, IsNew: false, [.. JsonSerializer.Deserialize<FactChange[]>(reader.GetString(1))!])
            {
                ChangedAt = DateTimeOffset.ParseExact(reader.GetString(0), "O", CultureInfo.InvariantCulture),
            }
            : null;
    }

    /// <summary>Puts a change in the place of the document's earlier one.</summary>
    public static void Write(SqliteSession session, SheetChange change) => session.Execute(
        "INSERT OR REPLACE INTO changes VALUES ($document, $at, $facts)",
        ("$document", change.Document),
        ("$at", change.ChangedAt.ToString("O", CultureInfo.InvariantCulture)),
        ("$facts", JsonSerializer.Serialize(change.Facts)));
}
