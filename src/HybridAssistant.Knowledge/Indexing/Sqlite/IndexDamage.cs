using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Recognises a damaged file and says what to do about it.</summary>
internal static class IndexDamage
{
    /// <summary>Whether SQLite found the file damaged, or no database.</summary>
    public static bool Is(SqliteException exception) =>
        exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT;

    /// <summary>The exception for the caller.</summary>
    public static KnowledgeIndexException Describe(string path, SqliteException exception) => new(
        $"The index '{path}' is damaged or no index ({exception.Message}). Run 'hybrid index rebuild' to make it anew from the stored documents.",
        exception);
}
