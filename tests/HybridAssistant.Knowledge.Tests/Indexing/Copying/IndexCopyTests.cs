using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Copying;
using HybridAssistant.Knowledge.Indexing.Sqlite;

namespace HybridAssistant.Knowledge.Tests.Indexing.Copying;

public sealed class IndexCopyTests : IAsyncLifetime
{
    private const string Model = "test-model";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hybrid-copy-");
    private readonly SqliteKnowledgeIndex _source;
    private readonly SqliteKnowledgeIndex _target;

    public IndexCopyTests()
    {
        _source = Open("source.db");
        _target = Open("target.db");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_that_was_cut_off_goes_on_where_it_was()
    {
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Copy().RunAsync(
            progress: new Progress(step => CancelAfter(step, 2, cancel)), cancellationToken: cancel.Token));
        var steps = new List<string>();

        IndexCopyReport report = await Copy().RunAsync(progress: new Progress(step => steps.Add($"{step.Document} {step.Done}/{step.Total}")), cancellationToken: Cancel);

        Assert.Equal(["c.pdf 3/4", "d.pdf 4/4"], steps);
        Assert.Equal((2, 2), (report.Copied, report.AlreadyThere));
        Assert.Equal((await _source.GetInfoAsync(Cancel)).ContentVersion, report.Version);
    }

    [Fact]
    public async Task A_document_that_changed_since_the_last_copy_is_copied_again()
    {
        await Copy().RunAsync(cancellationToken: Cancel);
        await _source.ReplaceAsync(Sheet("b.pdf", "7"), Cancel);

        IndexCopyReport report = await Copy().RunAsync(cancellationToken: Cancel);

        Assert.Equal((1, 3), (report.Copied, report.AlreadyThere));
        Assert.Equal("7", (await _target.FindAsync("b.pdf", Cancel))!.Facts[0].Value);
        Assert.Equal("7", (await _target.FindLastChangeAsync("b.pdf", Cancel))!.Facts[0].After!.Value);
    }

    [Fact]
    public async Task What_is_written_to_the_source_meanwhile_is_copied_too()
    {
        bool isWritten = false;

        IndexCopyReport report = await Copy().RunAsync(
            progress: new Progress(_ =>
            {
                if (!isWritten)
                {
                    isWritten = true;
                    _source.ReplaceAsync(Sheet("e.pdf", "5"), Cancel).GetAwaiter().GetResult();
                    _source.RemoveAsync("a.pdf", Cancel).GetAwaiter().GetResult();
                }
            }),
            cancellationToken: Cancel);

        Assert.Equal(["b.pdf", "c.pdf", "d.pdf", "e.pdf"], (await _target.ListAsync(Cancel)).Select(document => document.Document));
        Assert.Equal((4, 0, 1), (report.Copied, report.AlreadyThere, report.Removed));
        Assert.Equal((await _source.GetInfoAsync(Cancel)).ContentVersion, report.Version);
    }

    [Fact]
    public async Task Documents_that_only_the_target_has_are_removed_only_where_that_is_said()
    {
        await _target.ReplaceAsync(Sheet("other.pdf", "1"), Cancel);

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => Copy().RunAsync(cancellationToken: Cancel));
        Assert.Contains("1 documents that the other one does not have ('other.pdf' first)", refused.Message, StringComparison.Ordinal);
        Assert.Single(await _target.ListAsync(Cancel));
        IndexCopyReport report = await Copy().RunAsync(removeOthers: true, cancellationToken: Cancel);

        Assert.Equal((4, 1), (report.Copied, report.Removed));
        Assert.Equal((await _source.GetInfoAsync(Cancel)).ContentVersion, report.Version);
    }

    [Fact]
    public async Task Vectors_of_two_models_are_not_mixed()
    {
        await _target.ReplaceAsync(new SheetBuilder("a.pdf", "A").Product("A-1").Fact("A-1", "Weight", "1", "kg").Embedded("another"), Cancel);

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => Copy().RunAsync(removeOthers: true, cancellationToken: Cancel));

        Assert.Contains($"'{Model}'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'another'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_index_is_not_copied_over_another()
    {
        await _target.ReplaceAsync(Sheet("a.pdf", "1"), Cancel);
        await using SqliteKnowledgeIndex empty = Open("empty.db");

        await Assert.ThrowsAsync<KnowledgeIndexException>(() => new IndexCopy(empty, _target).RunAsync(removeOthers: true, cancellationToken: Cancel));

        Assert.Single(await _target.ListAsync(Cancel));
    }

    [Fact]
    public async Task A_backup_by_copy_is_one_file_that_opens_as_an_index()
    {
        string path = Path.Combine(_folder.FullName, "backup.db");

        await BackupFile.WriteAsync(_source, path, TimeProvider.System, Cancel);

        Assert.Equal(["backup.db"], Directory.GetFiles(_folder.FullName, "backup*").Select(Path.GetFileName));
        await Assert.ThrowsAsync<KnowledgeIndexException>(() => BackupFile.WriteAsync(_source, path, TimeProvider.System, Cancel));
        await using SqliteKnowledgeIndex backup = Open("backup.db");
        Assert.Equal((await _source.GetInfoAsync(Cancel)).ContentVersion, (await backup.GetInfoAsync(Cancel)).ContentVersion);
    }

    [Fact]
    public async Task A_backup_that_was_cut_off_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            BackupFile.WriteAsync(_source, Path.Combine(_folder.FullName, "backup.db"), TimeProvider.System, cancel.Token));

        Assert.Empty(Directory.GetFiles(_folder.FullName, "backup*"));
    }

    public async ValueTask InitializeAsync()
    {
        foreach (string name in (string[])["a", "b", "c", "d"])
        {
            await _source.ReplaceAsync(Sheet(name + ".pdf", "1"), Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _target.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static void CancelAfter(IndexCopyProgress step, int count, CancellationTokenSource cancel)
    {
        if (step.Done == count)
        {
            cancel.Cancel();
        }
    }

    private static IndexedSheet Sheet(string document, string weight) =>
        new SheetBuilder(document, document).Product("A-1").Fact("A-1", "Weight", weight, "kg").Passage("Lift by the eye bolts.").Embedded(Model);

    private IndexCopy Copy() => new(_source, _target);

    private SqliteKnowledgeIndex Open(string name) =>
        SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = Path.Combine(_folder.FullName, name) }, TimeProvider.System);

    private sealed class Progress(Action<IndexCopyProgress> told) : IProgress<IndexCopyProgress>
    {
        public void Report(IndexCopyProgress value) => told(value);
    }
}
