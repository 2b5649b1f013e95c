using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Embedding;
using HybridAssistant.Knowledge.Indexing;
using Microsoft.Data.Sqlite;

namespace HybridAssistant.Tests.Ingestion;

public sealed class IndexRebuildTests : IAsyncLifetime
{
    private readonly IngestionFixture _fixture = new();

    [Fact]
    public async Task A_rebuilt_index_has_the_same_documents_from_the_same_places()
    {
        string before = (await _fixture.Index.GetInfoAsync(Cancel)).ContentVersion;
        IReadOnlyList<IndexedDocument> old = await _fixture.Index.ListAsync(Cancel);

        IngestionReport report = await RebuildAsync();

        Assert.Equal(2, report.Count(IngestionOutcome.Added));
        Assert.Equal(before, (await _fixture.Index.GetInfoAsync(Cancel)).ContentVersion);
        Assert.Equal(old.Select(document => document.Origin), (await _fixture.Index.ListAsync(Cancel)).Select(document => document.Origin));
        Assert.Empty(await _fixture.Index.VerifyAsync(Cancel));
        Assert.Equal(["a.pdf Unchanged", "b.pdf Unchanged"], await _fixture.IngestAsync());
        Assert.Equal(["documents", "index.db", "index.db-shm", "index.db-wal", "index.db.holder", "index.db.lock"], Directory.GetFileSystemEntries(_fixture.Data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_last_replacement_changed_outlives_a_rebuild()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|7|kg");
        await _fixture.IngestAsync();

        await RebuildAsync();

        Assert.Equal("7", (await _fixture.Index.FindLastChangeAsync("a.pdf", Cancel))!.Facts[0].After!.Value);
    }

    [Fact]
    public async Task A_question_that_is_open_during_the_rebuild_keeps_its_state()
    {
        await using IKnowledgeSnapshot open = await _fixture.Index.OpenSnapshotAsync(Cancel);
        _fixture.Reader.Before = _ => Task.CompletedTask;
        File.WriteAllText(Path.Combine(_fixture.Options.DocumentsPath, "a.pdf"), "A\nA|Weight|5|kg");

        await RebuildAsync();

        Assert.Equal("1", (await open.SearchTextAsync(["a", "weight"], EntryFilter.None, 1, Cancel))[0].Entry.Fact!.Value);
        await using IKnowledgeSnapshot after = await _fixture.Index.OpenSnapshotAsync(Cancel);
        Assert.Equal("5", (await after.SearchTextAsync(["a", "weight"], EntryFilter.None, 1, Cancel))[0].Entry.Fact!.Value);
    }

    [Fact]
    public async Task Another_embedding_model_takes_over_by_a_rebuild()
    {
        using var embedder = new LetterEmbedder();

        await _fixture.Rebuild(embedder).RunAsync(cancellationToken: Cancel);

        await using IKnowledgeIndex index = _fixture.OpenIndex(embedder.GetFingerprint());
        Assert.Equal(26, (await index.GetInfoAsync(Cancel)).Dimensions);
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task An_index_of_another_format_is_rebuilt_in_place()
    {
        using (var connection = new SqliteConnection($"Data Source={_fixture.IndexPath};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "DROP TABLE codes; PRAGMA user_version = 0";
            command.ExecuteNonQuery();
        }

        await RebuildAsync();

        await using IKnowledgeIndex index = _fixture.OpenIndex();
        Assert.Equal(2, (await index.ListAsync(Cancel)).Count);
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task A_damaged_index_is_rebuilt_from_the_stored_documents()
    {
        await _fixture.Index.DisposeAsync();
        File.WriteAllText(_fixture.IndexPath, new string('x', 9000));

        await RebuildAsync();

        await using IKnowledgeIndex index = _fixture.OpenIndex();
        Assert.Equal(["a.pdf", "b.pdf"], (await index.ListAsync(Cancel)).Select(document => document.Document));
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task A_rebuild_that_is_cancelled_leaves_the_old_index()
    {
        using var cancel = new CancellationTokenSource();
        _fixture.Reader.Before = _ => cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _fixture.Rebuild().RunAsync(cancellationToken: cancel.Token));

        Assert.Equal(["a.pdf", "b.pdf"], await _fixture.DocumentsAsync());
        Assert.False(File.Exists(_fixture.IndexPath + ".rebuild"));
    }

    public async ValueTask InitializeAsync()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        _fixture.Write("b.pdf", "B", "B|Weight|2|kg");
        await _fixture.IngestAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<IngestionReport> RebuildAsync() => _fixture.Rebuild().RunAsync(cancellationToken: Cancel);
}
