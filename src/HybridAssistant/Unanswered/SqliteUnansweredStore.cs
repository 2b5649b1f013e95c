using HybridAssistant.Records;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Unanswered;

/// <summary>Unanswered questions in a SQLite file; those that differ in blanks and capitals only are one.</summary>
/// <param name="path">The file.</param>
/// <param name="retention">How long a question is kept after it was last asked.</param>
/// <param name="time">The clock.</param>
internal sealed class SqliteUnansweredStore(string path, TimeSpan retention, TimeProvider time) : IUnansweredStore
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS unanswered (
            key TEXT PRIMARY KEY, question TEXT NOT NULL, count INTEGER NOT NULL, first_asked_at INTEGER NOT NULL,
            last_asked_at INTEGER NOT NULL, nearest_document TEXT, nearest_page INTEGER NOT NULL)
        """;

    private readonly RecordFile _file = new(path, $"{UnansweredOptions.Section}:{nameof(UnansweredOptions.Path)}", Schema);

    private long Oldest => RecordTime.Of(time.GetUtcNow() - retention);

    /// <inheritdoc/>
    public Task AddAsync(string question, string? nearestDocument, int nearestPage, CancellationToken cancellationToken = default) => _file.WriteAsync(
        connection =>
        {
            RecordFile.Execute(connection, "DELETE FROM unanswered WHERE last_asked_at < $oldest", ("$oldest", Oldest));
            RecordFile.Execute(
                connection,
                """
                INSERT INTO unanswered VALUES ($key, $question, 1, $now, $now, $document, $page)
                ON CONFLICT (key) DO UPDATE SET question = $question, count = count + 1, last_asked_at = $now,
                    nearest_document = $document, nearest_page = $page
                """,
                ("$key", KeyOf(question)),
                ("$question", question.Trim()),
                ("$now", RecordTime.Of(time.GetUtcNow())),
                ("$document", nearestDocument),
                ("$page", nearestPage));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnansweredQuestion>> ListAsync(CancellationToken cancellationToken = default) => _file.ReadAsync(
        connection =>
        {
            using SqliteCommand command = RecordFile.Command(
                connection,
                """
                SELECT question, count, first_asked_at, last_asked_at, nearest_document, nearest_page FROM unanswered
                WHERE last_asked_at >= $oldest ORDER BY count DESC, last_asked_at DESC, key
                """,
                ("$oldest", Oldest));
            using SqliteDataReader row = command.ExecuteReader();
            var questions = new List<UnansweredQuestion>();
            while (row.Read())
            {
                questions.Add(new UnansweredQuestion(
                    row.GetString(0),
                    row.GetInt32(1),
                    RecordTime.Read(row.GetInt64(2)),
                    RecordTime.Read(row.GetInt64(3)),
                    row.IsDBNull(4) ? null : row.GetString(4),
                    row.GetInt32(5)));
            }

            return (IReadOnlyList<UnansweredQuestion>)questions;
        },
        cancellationToken);

    private static string KeyOf(string question) =>
        string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
