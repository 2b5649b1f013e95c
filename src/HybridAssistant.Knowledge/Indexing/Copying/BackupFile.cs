using HybridAssistant.Knowledge.Indexing.Sqlite;

namespace HybridAssistant.Knowledge.Indexing.Copying;

/// <summary>Backs an index of whatever kind up to a file: an index of SQLite, which answers like the original and needs no server.</summary>
internal static class BackupFile
{
    /// <summary>Writes the file.</summary>
    /// <exception cref="KnowledgeIndexException">The file exists.</exception>
    public static async Task WriteAsync(IKnowledgeIndex source, string path, TimeProvider time, CancellationToken cancellationToken)
    {
        string target = Path.GetFullPath(path);
        if (File.Exists(target))
        {
            throw new KnowledgeIndexException($"The backup file '{target}' exists. Name another file, or remove this one first.");
        }

        // Copied in a folder aside and moved, so that a backup that was cut off is never taken for a whole one.
        string aside = target + ".copying";
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        Directory.CreateDirectory(aside);
        try
        {
            var options = new SqliteIndexOptions { Path = Path.Combine(aside, "index.db") };
            await using SqliteKnowledgeIndex copy = SqliteKnowledgeIndex.Open(options, time);
            if ((await source.ListAsync(cancellationToken).ConfigureAwait(false)).Count > 0)
            {
                await new IndexCopy(source, copy).RunAsync(removeOthers: true, cancellationToken: cancellationToken).ConfigureAwait(false);
            }

            await copy.BackupAsync(target, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }
}
