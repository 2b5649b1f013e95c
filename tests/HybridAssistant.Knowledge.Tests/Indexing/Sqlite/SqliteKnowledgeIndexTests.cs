using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Sqlite;

namespace HybridAssistant.Knowledge.Tests.Indexing.Sqlite;

public sealed class SqliteKnowledgeIndexTests : KnowledgeIndexConformanceTests, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hybrid-index-");

    private string IndexPath => Path.Combine(_folder.FullName, "index.db");

    [Fact]
    public void A_file_that_is_no_database_is_refused_with_the_command_that_mends_it()
    {
        File.WriteAllText(IndexPath, new string('x', 5000));

        KnowledgeIndexException refused = Assert.Throws<KnowledgeIndexException>(() => Open());

        Assert.Contains("'hybrid index rebuild'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(IndexPath, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_that_shows_later_is_named_by_verify_and_by_a_search()
    {
        await using IKnowledgeIndex index = Open();
        var sheet = new SheetBuilder("a.pdf", "A");
        for (int i = 0; i < 2000; i++)
        {
            sheet.Fact("", $"Attribute {i}", "1", "kg");
        }

        await index.ReplaceAsync(sheet.Indexed(), Cancel);
        string damaged = Path.Combine(_folder.FullName, "damaged.db");
        await index.BackupAsync(damaged, Cancel);
        using (FileStream file = File.OpenWrite(damaged))
        {
            file.Position = 3 * 4096;
            byte[] noise = new byte[(int)file.Length - (4 * 4096)];
            new Random(1).NextBytes(noise);
            file.Write(noise);
        }

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(async () =>
        {
            await using IKnowledgeIndex opened = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = damaged }, TimeProvider.System);
            Assert.NotEmpty(await opened.VerifyAsync(Cancel));
            await using IKnowledgeSnapshot snapshot = await opened.OpenSnapshotAsync(Cancel);
            await snapshot.SearchTextAsync(["attribute"], EntryFilter.None, 10, Cancel);
        });
        Assert.Contains("'hybrid index rebuild'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_format_is_named_with_the_command_that_rebuilds_it()
    {
        await Open().DisposeAsync();
        SetFormat(0);

        IndexFormatException refused = Assert.Throws<IndexFormatException>(() => Open());

        Assert.Equal((0, 1), (refused.Found, refused.Expected));
        Assert.Contains("'hybrid index rebuild'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_format_is_not_touched()
    {
        await Open().DisposeAsync();
        SetFormat(99);

        Assert.Contains("newer version", Assert.Throws<IndexFormatException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_not_touched()
    {
        using (SqliteSession session = SqliteSession.Open(IndexPath, TimeSpan.FromSeconds(1)))
        {
            session.Execute("CREATE TABLE customers (name TEXT)");
        }

        Assert.Contains("another program", Assert.Throws<KnowledgeIndexException>(() => Open()).Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Verify_names_what_does_not_agree()
    {
        await using IKnowledgeIndex index = Open(Model);
        await index.ReplaceAsync(
            new SheetBuilder("a.pdf", "A").Fact("", "Weight", "3", "kg").Fact("", "Colour", "red").Embedded(), Cancel);
        using (SqliteSession session = SqliteSession.Open(IndexPath, TimeSpan.FromSeconds(1)))
        {
            session.Execute("DELETE FROM fact_vectors WHERE id = 1");
            session.Execute("DELETE FROM fact_text WHERE rowid = 2");
            session.Execute("UPDATE facts SET value = '4' WHERE id = 1");
        }

        Assert.Equal(
            ["1 facts are missing from the text index.", "1 facts have no vector.", "'a.pdf' does not read back as it was written."],
            await index.VerifyAsync(Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ranking_only_the_promising_lines_finds_the_same_best(bool hasSuperseded)
    {
        var random = new Random(7);
        for (int document = 0; document < 20; document++)
        {
            var sheet = new SheetBuilder($"{document}.pdf", hasSuperseded ? $"Sheet {document / 2}" : $"Sheet {document}").Revision($"{document}");
            for (int i = 0; i < 100; i++)
            {
                sheet.Passage(string.Join(' ', Enumerable.Range(0, 20).Select(_ => $"word{(int)(200 * Math.Pow(random.NextDouble(), 3))}")));
            }

            await using IKnowledgeIndex writer = Open();
            await writer.ReplaceAsync(sheet.Indexed(), Cancel);
        }

        async Task<string[]> BestAsync(int rankAllUpTo)
        {
            await using IKnowledgeIndex index = SqliteKnowledgeIndex.Open(
                new SqliteIndexOptions { Path = IndexPath, RankAllUpTo = rankAllUpTo }, TimeProvider.System);
            await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
            return [.. (await snapshot.SearchTextAsync(["word3", "word40", "word90", "word150"], EntryFilter.None, 10, Cancel)).Select(found => found.Entry.Id)];
        }

        string[] all = await BestAsync(int.MaxValue);
        Assert.Equal(10, all.Length);
        Assert.Equal(all, await BestAsync(0));
    }

    [Fact]
    public async Task A_write_that_cannot_get_its_turn_says_so()
    {
        await using IKnowledgeIndex index = SqliteKnowledgeIndex.Open(
            new SqliteIndexOptions { Path = IndexPath, LockTimeout = TimeSpan.FromMilliseconds(20) }, TimeProvider.System);
        using SqliteSession other = SqliteSession.Open(IndexPath, TimeSpan.FromSeconds(1));
        other.Execute("BEGIN IMMEDIATE");

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.RemoveAsync("a.pdf", Cancel));

        Assert.Contains("another process", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private protected override IKnowledgeIndex Open(string? embedderFingerprint = null) => SqliteKnowledgeIndex.Open(
        new SqliteIndexOptions { Path = IndexPath, EmbedderFingerprint = embedderFingerprint }, TimeProvider.System);

    private protected override async Task CheckBackupAsync(IKnowledgeIndex index)
    {
        string copy = Path.Combine(_folder.FullName, "backup", "copy.db");

        await index.BackupAsync(copy, Cancel);

        Assert.Equal(["copy.db"], Directory.GetFiles(Path.GetDirectoryName(copy)!).Select(Path.GetFileName));
        await using IKnowledgeIndex opened = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = copy }, TimeProvider.System);
        Assert.Equal((await index.GetInfoAsync(Cancel)).ContentVersion, (await opened.GetInfoAsync(Cancel)).ContentVersion);
        Assert.Empty(await opened.VerifyAsync(Cancel));
        await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.BackupAsync(copy, Cancel));
    }

    private void SetFormat(int format)
    {
        using SqliteSession session = SqliteSession.Open(IndexPath, TimeSpan.FromSeconds(1));
        session.Execute($"PRAGMA user_version = {format}");
    }
}
