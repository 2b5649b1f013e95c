using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Puts a rebuilt index in the place of one that may be of another format, or damaged.</summary>
internal static class IndexReplacement
{
    /// <summary>The documents of an index and where they came from, whatever its format.</summary>
    /// <returns>Origin by document; null where the file is missing, damaged or no index.</returns>
    public static IReadOnlyDictionary<string, string>? ReadOrigins(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            // Every format keeps these two columns.
            using SqliteSession session = SqliteSession.Open(path, TimeSpan.FromSeconds(1));
            using SqliteDataReader reader = session.Query("SELECT name, origin FROM documents");
            var origins = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Read())
            {
                origins.Add(reader.GetString(0), reader.GetString(1));
            }

            return origins;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>
    /// Replaces the content of the live index in one transaction, in which its readers see the old content until it
    /// commits. A live file that is no database any more is replaced as a file.
    /// </summary>
    /// <param name="rebuilt">Path of the new index, which nobody has open.</param>
    /// <param name="live">Path of the index in use.</param>
    /// <param name="lockTimeout">How long to wait for a writer of the live index.</param>
    public static void Publish(string rebuilt, string live, TimeSpan lockTimeout)
    {
        using (SqliteSession source = SqliteSession.Open(rebuilt, lockTimeout))
        {
            if (TryOpen(live, lockTimeout) is { } target)
            {
                using (target)
                {
                    // Readers tell commits by their number: it must go on rising.
                    long generation = Math.Max(Generation(target), Generation(source)) + 1;
                    source.Execute(
                        "UPDATE meta SET value = $value WHERE key = 'generation'",
                        ("$value", generation.ToString(CultureInfo.InvariantCulture)));
                    CopyChanges(target, source);
                    source.BackupTo(target);
                    return;
                }
            }

            source.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        foreach (string suffix in (string[])["-wal", "-shm"])
        {
            File.Delete(live + suffix);
        }

        File.Move(rebuilt, live, overwrite: true);
    }

    private static SqliteSession? TryOpen(string path, TimeSpan lockTimeout)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        SqliteSession? session = null;
        try
        {
            session = SqliteSession.Open(path, lockTimeout);
            session.Number("SELECT count(*) FROM sqlite_schema");
            return session;
        }
        catch (SqliteException exception) when (IndexDamage.Is(exception))
        {
            session?.Dispose();
            return null;
        }
    }

    // What the last replacements changed cannot be told from the documents again.
    private static void CopyChanges(SqliteSession live, SqliteSession rebuilt)
    {
        if (live.Number("PRAGMA user_version") != IndexSchema.FormatVersion)
        {
            return;
        }

        using SqliteDataReader reader = live.Query("SELECT document, changed_at, facts FROM changes");
        while (reader.Read())
        {
            rebuilt.Execute(
                "INSERT OR REPLACE INTO changes SELECT $document, $at, $facts WHERE EXISTS (SELECT 1 FROM documents WHERE name = $document)",
                ("$document", reader.GetString(0)),
                ("$at", reader.GetString(1)),
                ("$facts", reader.GetString(2)));
        }
    }

    private static long Generation(SqliteSession session)
    {
        try
        {
            return IndexView.ReadGeneration(session);
        }
        catch (SqliteException)
        {
            return 0;
        }
    }
}
