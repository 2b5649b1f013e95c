using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Records;

/// <summary>
/// A small SQLite file of what people wrote, beside the index. Each access opens it anew, and its journal is the plain one: unlike
/// WAL it works on a network file system, so that replicas can name one shared place.
/// </summary>
/// <param name="path">The file; made at the first write, readable by its owner only.</param>
/// <param name="setting">The setting that names it, for those who have to mend it.</param>
/// <param name="schema">Statements that make the tables where they are missing.</param>
internal sealed class RecordFile(string path, string setting, string schema)
{
    // Replicas write one short transaction each; ten seconds of others' writes mean that something is wrong.
    private const int BusySeconds = 10;

    /// <summary>Runs statements on the file in one transaction, off the caller's thread.</summary>
    /// <exception cref="RecordFileException">It cannot be written; it holds what it held before.</exception>
    public Task WriteAsync(Action<SqliteConnection> write, CancellationToken cancellationToken) => Task.Run(() => Write(write), cancellationToken);

    /// <summary>Reads from the file, off the caller's thread; nothing where there is none yet.</summary>
    /// <exception cref="RecordFileException">It cannot be read.</exception>
    public Task<IReadOnlyList<T>> ReadAsync<T>(Func<SqliteConnection, IReadOnlyList<T>> read, CancellationToken cancellationToken) =>
        Task.Run(() => Read(read), cancellationToken);

    /// <summary>A statement with its values.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    public static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    private void Write(Action<SqliteConnection> write)
    {
        try
        {
            Prepare();
            using SqliteConnection connection = Open(SqliteOpenMode.ReadWriteCreate);
            Execute(connection, schema);
            using SqliteTransaction transaction = connection.BeginTransaction();
            write(connection);
            transaction.Commit();
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw new RecordFileException(setting, path, isWriting: true, e);
        }
    }

    private IReadOnlyList<T> Read<T>(Func<SqliteConnection, IReadOnlyList<T>> read)
    {
        try
        {
            if (!Path.Exists(path))
            {
                return [];
            }

            using SqliteConnection connection = Open(SqliteOpenMode.ReadWrite);
            Execute(connection, schema);
            return read(connection);
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw new RecordFileException(setting, path, isWriting: false, e);
        }
    }

    // What the system, the database, or a row in a form that this version does not know can do.
    private static bool IsOfTheFile(Exception e) =>
        e is SqliteException or IOException or UnauthorizedAccessException or JsonException or FormatException;

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        // The driver's own time-out is what ends the wait for a lock: it tries again for that long whatever SQLite's busy_timeout is.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // An empty file is an empty database.
        new FileStream(path, options).Dispose();
    }
}
