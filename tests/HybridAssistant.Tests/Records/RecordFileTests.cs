using HybridAssistant.Records;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Tests.Records;

public sealed class RecordFileTests : IDisposable
{
    private const string Schema = "CREATE TABLE IF NOT EXISTS words (text TEXT NOT NULL)";

    private readonly string _folder = Directory.CreateTempSubdirectory("records-").FullName;

    private string Place => Path.Combine(_folder, "words.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_full_disk_keeps_what_was_there_and_says_which_file_and_setting()
    {
        RecordFile file = Open();
        await file.WriteAsync(connection => Add(connection, "first"), Cancellation);

        RecordFileException fault = await Assert.ThrowsAsync<RecordFileException>(() => file.WriteAsync(
            connection =>
            {
                // As many pages as there are: SQLite answers the next one as it answers a full disk.
                RecordFile.Execute(connection, "PRAGMA max_page_count = 1");
                Add(connection, new string('x', 100_000));
            },
            Cancellation));

        Assert.Equal("Words:Path", fault.Setting);
        Assert.Contains(Place, fault.Message, StringComparison.Ordinal);
        Assert.Contains("full", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["first"], await ListAsync(file));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_neither_read_nor_overwritten()
    {
        string content = new('x', 4096);
        await File.WriteAllTextAsync(Place, content, Cancellation);
        RecordFile file = Open();

        RecordFileException reading = await Assert.ThrowsAsync<RecordFileException>(() => ListAsync(file));
        RecordFileException writing = await Assert.ThrowsAsync<RecordFileException>(
            () => file.WriteAsync(connection => Add(connection, "first"), Cancellation));

        Assert.Contains("not a database", reading.Message, StringComparison.Ordinal);
        Assert.Contains("not a database", writing.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Place, Cancellation));
    }

    [Fact]
    public async Task A_row_that_another_version_wrote_is_named_as_a_fault_of_the_file()
    {
        RecordFile file = Open();
        await file.WriteAsync(connection => Add(connection, "first"), Cancellation);

        RecordFileException fault = await Assert.ThrowsAsync<RecordFileException>(
            () => file.ReadAsync<string>(_ => throw new System.Text.Json.JsonException("no such field"), Cancellation));

        Assert.Contains("no such field", fault.Message, StringComparison.Ordinal);
    }

    private RecordFile Open() => new(Place, "Words:Path", Schema);

    private static void Add(SqliteConnection connection, string text) =>
        RecordFile.Execute(connection, "INSERT INTO words VALUES ($text)", ("$text", text));

    private static Task<IReadOnlyList<string>> ListAsync(RecordFile file) => file.ReadAsync<string>(
        connection =>
        {
            using SqliteCommand command = RecordFile.Command(connection, "SELECT text FROM words");
            using SqliteDataReader row = command.ExecuteReader();
            var texts = new List<string>();
            while (row.Read())
            {
                texts.Add(row.GetString(0));
            }

            return texts;
        },
        Cancellation);
}
