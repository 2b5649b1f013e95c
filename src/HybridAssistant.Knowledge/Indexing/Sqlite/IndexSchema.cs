using System.Globalization;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Makes the tables of a new index and checks the format of an existing one.</summary>
internal static class IndexSchema
{
    /// <summary>Format that this program reads and writes; kept in SQLite's user_version.</summary>
    public const int FormatVersion = 1;

    // "hybr", so that `file` and SQLite's own tools tell the index from any other database.
    private const int ApplicationId = 0x68796272;

    /// <summary>Makes the tables where the file is new.</summary>
    /// <exception cref="IndexFormatException">The file has another format.</exception>
    /// <exception cref="KnowledgeIndexException">The file is a database of another program.</exception>
    public static void Ensure(SqliteSession session, string path)
    {
        if (Check(session, path))
        {
            return;
        }

        session.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have made the tables while this one waited for its turn.
            if (!Check(session, path))
            {
                session.Execute(ReadSchema());
                session.Execute($"PRAGMA application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}");
                session.Execute($"PRAGMA user_version = {FormatVersion.ToString(CultureInfo.InvariantCulture)}");
            }

            session.Execute("COMMIT");
        }
        catch
        {
            session.Rollback();
            throw;
        }
    }

    private static bool Check(SqliteSession session, string path)
    {
        long format = session.Number("PRAGMA user_version");
        if (format == FormatVersion)
        {
            return true;
        }

        if (session.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            return false;
        }

        throw session.Number("PRAGMA application_id") == ApplicationId
            ? new IndexFormatException(path, (int)format, FormatVersion)
            : new KnowledgeIndexException($"'{path}' is an SQLite database of another program. Name another file as the index.");
    }

    private static string ReadSchema()
    {
        using Stream stream = typeof(IndexSchema).Assembly.GetManifestResourceStream(typeof(IndexSchema), "schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
