using System.Text.Json;
using HybridAssistant.Contract;
using HybridAssistant.Records;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Feedback;

/// <summary>Feedback in a SQLite file.</summary>
/// <param name="path">The file.</param>
/// <param name="retention">How long an entry is kept.</param>
/// <param name="time">The clock.</param>
internal sealed class SqliteFeedbackStore(string path, TimeSpan retention, TimeProvider time) : IFeedbackStore
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS feedback (
            id TEXT PRIMARY KEY, received_at INTEGER NOT NULL, rating TEXT NOT NULL, correction TEXT, question TEXT NOT NULL,
            sender TEXT NOT NULL, response TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS feedback_received_at ON feedback (received_at)
        """;

    private readonly RecordFile _file = new(path, $"{FeedbackOptions.Section}:{nameof(FeedbackOptions.Path)}", Schema);

    private long Oldest => RecordTime.Of(time.GetUtcNow() - retention);

    /// <inheritdoc/>
    public Task AddAsync(FeedbackEntry entry, CancellationToken cancellationToken = default) => _file.WriteAsync(
        connection =>
        {
            RecordFile.Execute(connection, "DELETE FROM feedback WHERE received_at < $oldest", ("$oldest", Oldest));
            RecordFile.Execute(
                connection,
                "INSERT OR REPLACE INTO feedback VALUES ($id, $receivedAt, $rating, $correction, $question, $sender, $response)",
                ("$id", entry.Id),
                ("$receivedAt", RecordTime.Of(entry.ReceivedAt)),
                ("$rating", entry.Rating.ToString()),
                ("$correction", entry.Correction),
                ("$question", entry.Question),
                ("$sender", entry.From),
                ("$response", JsonSerializer.Serialize(entry.Response, ContractJson.Readable.ChatResponse)));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeedbackEntry>> ListAsync(CancellationToken cancellationToken = default) => _file.ReadAsync(
        connection =>
        {
            using SqliteCommand command = RecordFile.Command(
                connection,
                "SELECT id, received_at, rating, correction, question, sender, response FROM feedback WHERE received_at >= $oldest ORDER BY received_at, id",
                ("$oldest", Oldest));
            using SqliteDataReader row = command.ExecuteReader();
            var entries = new List<FeedbackEntry>();
            while (row.Read())
            {
                entries.Add(new FeedbackEntry(
                    row.GetString(0),
                    RecordTime.Read(row.GetInt64(1)),
                    Enum.Parse<FeedbackRating>(row.GetString(2)),
                    row.IsDBNull(3) ? null : row.GetString(3),
                    row.GetString(4),
                    row.GetString(5),
                    JsonSerializer.Deserialize(row.GetString(6), ContractJson.Readable.ChatResponse)!));
            }

            return (IReadOnlyList<FeedbackEntry>)entries;
        },
        cancellationToken);
}
