namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Copies an index to a file while it is read and written.</summary>
internal static class IndexBackup
{
    /// <summary>Writes the last committed content to a single file.</summary>
    /// <exception cref="KnowledgeIndexException">The file exists.</exception>
    public static void Write(SqliteIndexOptions options, string path)
    {
        string target = Path.GetFullPath(path);
        if (File.Exists(target))
        {
            throw new KnowledgeIndexException($"The backup file '{target}' exists. Name another file, or remove this one first.");
        }

        // Copied beside the target and renamed, so that a backup that was cut off is never taken for a whole one.
        string unfinished = target + ".unfinished";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Delete(unfinished);
        using (SqliteSession source = SqliteSession.Open(options.Path, options.LockTimeout))
        using (SqliteSession copy = SqliteSession.Open(unfinished, options.LockTimeout))
        {
            source.BackupTo(copy);
            // A single file, as a backup is expected to be.
            copy.Execute("PRAGMA journal_mode = DELETE");
        }

        File.Move(unfinished, target);
    }
}
