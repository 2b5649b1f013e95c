using HybridAssistant.Knowledge.Indexing.Copying;

namespace HybridAssistant.Knowledge.Indexing.Sqlite;

/// <summary>Copies an index to a file while it is read and written.</summary>
internal static class IndexBackup
{
    /// <summary>Writes the last committed content of an index file to a single file.</summary>
    /// <exception cref="KnowledgeIndexException">The file exists.</exception>
    public static void Write(SqliteIndexOptions options, string path)
    {
        string unfinished = Begin(path);
        using (SqliteSession source = SqliteSession.Open(options.Path, options.LockTimeout))
        using (SqliteSession copy = SqliteSession.Open(unfinished, options.LockTimeout))
        {
            source.BackupTo(copy);
            MakeSingleFile(copy);
        }

        File.Move(unfinished, path);
    }

    /// <summary>Writes the content of an index of another kind to a single file, which is an index by itself.</summary>
    /// <exception cref="KnowledgeIndexException">The file exists, or the index cannot be read.</exception>
    public static async Task WriteAsync(IKnowledgeIndex index, string path, TimeProvider time, CancellationToken cancellationToken)
    {
        string unfinished = Begin(path);
        try
        {
            var options = new SqliteIndexOptions { Path = unfinished };
            await using (SqliteKnowledgeIndex copy = SqliteKnowledgeIndex.Open(options, time))
            {
                await new IndexCopy(index, copy).RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            }

            using (SqliteSession session = SqliteSession.Open(unfinished, options.LockTimeout))
            {
                MakeSingleFile(session);
            }
        }
        catch
        {
            Discard(unfinished);
            throw;
        }

        File.Move(unfinished, path);
    }

    // Copied beside the target and renamed, so that a backup that was cut off is never taken for a whole one.
    private static string Begin(string path)
    {
        string target = Path.GetFullPath(path);
        if (File.Exists(target))
        {
            throw new KnowledgeIndexException($"The backup file '{target}' exists. Name another file, or remove this one first.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string unfinished = target + ".unfinished";
        Discard(unfinished);
        return unfinished;
    }

    private static void MakeSingleFile(SqliteSession session) => session.Execute("PRAGMA journal_mode = DELETE");

    private static void Discard(string path)
    {
        foreach (string suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }
    }
}
