using System.Text;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Tests.Ingestion;

namespace HybridAssistant.Tests;

public sealed class IngestionPipelineTests : IAsyncLifetime
{
    private readonly IngestionFixture _fixture = new();

    [Fact]
    public async Task Sheets_of_all_folders_go_in_and_are_copied()
    {
        _fixture.Write("a.pdf", "Pumps", "KX-200|Pressure|16|bar");
        _fixture.Write("deep/er/b.PDF", "Valves", "BV-1|Pressure|40|bar");
        _fixture.Write("notes.txt", "no sheet");
        _fixture.Write(".hidden.pdf", "Hidden", "H|Pressure|1|bar");

        Assert.Equal(["a.pdf Added", "b.PDF Added"], await _fixture.IngestAsync());

        Assert.Equal(["a.pdf", "b.PDF"], Directory.GetFiles(_fixture.Options.DocumentsPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(await new DocumentStore(_fixture.Options.DocumentsPath).VerifyAsync(_fixture.Index, Cancel));
        Assert.Empty(await _fixture.Index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task An_unchanged_sheet_is_not_read_again()
    {
        _fixture.Write("a.pdf", "Pumps", "KX-200|Pressure|16|bar");
        await _fixture.IngestAsync();

        Assert.Equal(["a.pdf Unchanged"], await _fixture.IngestAsync());
        Assert.Equal(["a.pdf Unchanged"], await _fixture.IngestAsync(_fixture.Sheets + "/", Path.Combine(_fixture.Sheets, "..", "sheets", "a.pdf")));

        Assert.Equal(1, _fixture.Reader.Count);
    }

    [Fact]
    public async Task A_changed_sheet_says_what_changed()
    {
        _fixture.Write("a.pdf", "Pumps", "KX-200|Max. working pressure|16|bar", "KX-200|Weight|12|kg", "KX-200|Colour|blue|");
        await _fixture.IngestAsync();
        _fixture.Write("a.pdf", "Pumps", "KX-200|Noise|70|dB(A)", "KX-200|Max. working pressure|12|bar", "KX-200|Weight|12|kg");

        IngestionReport report = await _fixture.Pipeline.IngestAsync([_fixture.Sheets], cancellationToken: Cancel);

        IngestionResult result = Assert.Single(report.Results);
        Assert.Equal(IngestionOutcome.Replaced, result.Outcome);
        Assert.Equal(
            [
                "KX-200 · Noise: new: 70 dB(A), p. 1",
                "KX-200 · Max. working pressure: 16 bar -> 12 bar, p. 1",
                "KX-200 · Colour: gone: blue, p. 1",
            ],
            ChangeReport.Lines(result.Change!));
        Assert.Equal(File.ReadAllText(Path.Combine(_fixture.Sheets, "a.pdf")), File.ReadAllText(Path.Combine(_fixture.Options.DocumentsPath, "a.pdf")));
    }

    [Fact]
    public async Task A_sheet_gone_from_under_the_path_is_removed_and_nothing_else()
    {
        string first = _fixture.Write("one/a.pdf", "A", "A|Weight|1|kg");
        _fixture.Write("one/b.pdf", "B", "B|Weight|2|kg");
        string other = _fixture.Write("two/c.pdf", "C", "C|Weight|3|kg");
        string folder = Path.GetDirectoryName(first)!;
        await _fixture.IngestAsync(folder, other);
        await _fixture.Pipeline.UploadAsync("d.pdf", Encoding.UTF8.GetBytes("D\nD|Weight|4|kg"), Cancel);
        File.Delete(first);
        File.Delete(other);

        Assert.Equal(["a.pdf Removed", "b.pdf Unchanged"], await _fixture.IngestAsync(folder));

        Assert.Equal(["b.pdf", "c.pdf", "d.pdf"], await _fixture.DocumentsAsync());
        Assert.Equal(["b.pdf", "c.pdf", "d.pdf"], Directory.GetFiles(_fixture.Options.DocumentsPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_file_of_the_same_name_is_set_aside_naming_both()
    {
        string first = _fixture.Write("one/a.pdf", "A", "A|Weight|1|kg");
        string second = _fixture.Write("two/a.pdf", "A", "A|Weight|2|kg");
        await _fixture.IngestAsync(first);

        foreach (string path in (string[])[second, _fixture.Sheets])
        {
            IngestionReport report = await _fixture.Pipeline.IngestAsync([path], cancellationToken: Cancel);

            IngestionResult aside = report.Results.Single(result => result.Outcome == IngestionOutcome.SetAside);
            Assert.Contains(first, aside.Reason, StringComparison.Ordinal);
            Assert.Contains(second, aside.Reason, StringComparison.Ordinal);
            Assert.False(report.IsComplete);
        }

        Assert.Equal(first, Assert.Single(await _fixture.Index.ListAsync(Cancel)).Origin);
    }

    [Fact]
    public async Task A_sheet_that_has_moved_keeps_its_place()
    {
        string first = _fixture.Write("one/a.pdf", "A", "A|Weight|1|kg");
        await _fixture.IngestAsync();
        string moved = Path.Combine(_fixture.Sheets, "a.pdf");
        File.Move(first, moved);

        Assert.Equal(["a.pdf Replaced"], await _fixture.IngestAsync());

        Assert.Equal(moved, Assert.Single(await _fixture.Index.ListAsync(Cancel)).Origin);
    }

    [Fact]
    public async Task Bad_files_are_set_aside_with_their_reason_and_the_rest_goes_on()
    {
        _fixture.Write("bad.pdf", "BAD");
        _fixture.Write("crash.pdf", "CRASH");
        _fixture.Write("good.pdf", "Good", "G|Weight|1|kg");
        _fixture.Write("titleonly.pdf", "Only a title");
        _fixture.Write("zero.pdf");

        IngestionReport report = await _fixture.Pipeline.IngestAsync([_fixture.Sheets], cancellationToken: Cancel);

        Assert.Equal(
            ["bad.pdf SetAside", "crash.pdf SetAside", "good.pdf Added", "titleonly.pdf SetAside", "zero.pdf SetAside"],
            report.Results.Select(result => $"{result.Document} {result.Outcome}"));
        Assert.Equal("'bad.pdf' is no PDF.", report.Results[0].Reason);
        Assert.Contains("a fault of the reader", report.Results[1].Reason, StringComparison.Ordinal);
        Assert.Equal(["good.pdf"], await _fixture.DocumentsAsync());
        Assert.Equal(["good.pdf"], Directory.GetFiles(_fixture.Options.DocumentsPath).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("BAD")]
    [InlineData("Only a title")]
    public async Task A_new_file_that_states_nothing_leaves_the_old_content(string content)
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        await _fixture.IngestAsync();
        _fixture.Write("a.pdf", content);

        Assert.Equal(["a.pdf SetAside"], await _fixture.IngestAsync());

        Assert.Equal("1", (await _fixture.Index.FindAsync("a.pdf", Cancel))!.Facts[0].Value);
        Assert.Contains("A|Weight|1|kg", File.ReadAllText(Path.Combine(_fixture.Options.DocumentsPath, "a.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Front_matter_beside_a_sheet_overrides_what_was_read()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        _fixture.Write("a.yaml", "title: The A series");
        await _fixture.IngestAsync();
        Assert.Equal("The A series", (await _fixture.Index.FindAsync("a.pdf", Cancel))!.Title);
        Assert.Equal(["a.pdf Unchanged"], await _fixture.IngestAsync());

        _fixture.Write("a.yaml", "title: The B series");
        Assert.Equal(["a.pdf Replaced"], await _fixture.IngestAsync());
        Assert.Equal("The B series", (await _fixture.Index.FindAsync("a.pdf", Cancel))!.Title);

        _fixture.Write("a.yaml", "titel: mistyped");
        Assert.Equal(["a.pdf SetAside"], await _fixture.IngestAsync());

        File.Delete(Path.Combine(_fixture.Sheets, "a.yaml"));
        Assert.Equal(["a.pdf Replaced"], await _fixture.IngestAsync());
        Assert.Equal("A", (await _fixture.Index.FindAsync("a.pdf", Cancel))!.Title);
        Assert.Equal(["a.pdf"], Directory.GetFiles(_fixture.Options.DocumentsPath).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_set_aside_with_the_setting()
    {
        _fixture.Write("a.pdf", "A", new string('x', 100));
        var small = new IngestionPipeline(_fixture.Index, _fixture.Reader, null, _fixture.Options with { MaxFileBytes = 50 }, TimeProvider.System);

        IngestionReport report = await small.IngestAsync([_fixture.Sheets], cancellationToken: Cancel);

        Assert.Equal("The file has 102 bytes; at most 50 are read. Raise Ingestion:MaxFileBytes to take it in.", report.Results[0].Reason);
    }

    [Fact]
    public async Task Paths_without_sheets_are_refused_by_name()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.Root, "empty"));
        _fixture.Write("notes.txt", "no sheet");
        foreach (string path in (string[])[Path.Combine(_fixture.Root, "empty"), Path.Combine(_fixture.Root, "nowhere"), Path.Combine(_fixture.Sheets, "notes.txt")])
        {
            IngestionPathException refused = await Assert.ThrowsAsync<IngestionPathException>(
                () => _fixture.Pipeline.IngestAsync([path], cancellationToken: Cancel));

            Assert.Equal(path, refused.Path);
            Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_emptied_folder_is_refused_and_removes_nothing()
    {
        string path = _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        await _fixture.IngestAsync();
        File.Delete(path);

        await Assert.ThrowsAsync<IngestionPathException>(() => _fixture.Pipeline.IngestAsync([_fixture.Sheets], cancellationToken: Cancel));

        Assert.Equal(["a.pdf"], await _fixture.DocumentsAsync());
    }

    [Fact]
    public async Task The_stored_copies_are_no_sources_of_a_folder_around_them()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        await _fixture.IngestAsync(_fixture.Root);

        Assert.Equal(["a.pdf Unchanged"], await _fixture.IngestAsync(_fixture.Root));
    }

    [Fact]
    public async Task An_upload_replaces_the_document_of_its_name()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        await _fixture.IngestAsync();

        IngestionResult uploaded = await _fixture.Pipeline.UploadAsync("a.pdf", Encoding.UTF8.GetBytes("A\nA|Weight|2|kg"), Cancel);
        string[] again = await _fixture.IngestAsync();

        Assert.Equal(IngestionOutcome.Replaced, uploaded.Outcome);
        Assert.Equal(["a.pdf SetAside"], again);
        Assert.Equal("2", (await _fixture.Index.FindAsync("a.pdf", Cancel))!.Facts[0].Value);
        Assert.Empty(await new DocumentStore(_fixture.Options.DocumentsPath).VerifyAsync(_fixture.Index, Cancel));
    }

    [Theory]
    [InlineData("../a.pdf")]
    [InlineData("a/b.pdf")]
    [InlineData("a.txt")]
    [InlineData(".pdf")]
    [InlineData("..pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("C:a.pdf")]
    public async Task An_upload_whose_name_is_no_plain_file_name_is_set_aside(string name)
    {
        IngestionResult result = await _fixture.Pipeline.UploadAsync(name, Encoding.UTF8.GetBytes("A\nA|Weight|2|kg"), Cancel);

        Assert.Equal(IngestionOutcome.SetAside, result.Outcome);
        Assert.Empty(await _fixture.DocumentsAsync());
    }

    [Fact]
    public async Task Removing_takes_the_document_and_its_copy()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        await _fixture.IngestAsync();

        Assert.True(await _fixture.Pipeline.RemoveAsync("a.pdf", Cancel));
        Assert.False(await _fixture.Pipeline.RemoveAsync("a.pdf", Cancel));

        Assert.Empty(await _fixture.DocumentsAsync());
        Assert.Empty(Directory.GetFiles(_fixture.Options.DocumentsPath));
    }

    [Fact]
    public async Task A_sheet_ingested_where_the_copies_lie_is_not_deleted_with_its_document()
    {
        Directory.CreateDirectory(_fixture.Options.DocumentsPath);
        string path = Path.Combine(_fixture.Options.DocumentsPath, "own.pdf");
        File.WriteAllText(path, "A\nA|Weight|1|kg");
        Assert.Equal(["own.pdf Added"], await _fixture.IngestAsync(_fixture.Options.DocumentsPath));

        await _fixture.Pipeline.RemoveAsync("own.pdf", Cancel);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_done()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        _fixture.Write("b.pdf", "B", "B|Weight|1|kg");
        var aIsIn = new TaskCompletionSource();
        _fixture.Reader.Before = document => document == "a.pdf" ? Task.CompletedTask : aIsIn.Task.ContinueWith(_ => cancel.Cancel(), TaskScheduler.Default);
        var progress = new RecordedProgress(step =>
        {
            if (step.Result?.Document == "a.pdf")
            {
                aIsIn.SetResult();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.Pipeline.IngestAsync([_fixture.Sheets], progress, cancel.Token));

        Assert.Equal(["a.pdf"], await _fixture.DocumentsAsync());
        Assert.Empty(await _fixture.Index.VerifyAsync(Cancel));
        _fixture.Reader.Before = null;
        Assert.Equal(["a.pdf Unchanged", "b.pdf Added"], await _fixture.IngestAsync());
    }

    [Fact]
    public async Task Progress_names_each_stage_and_counts_to_the_end()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        var steps = new List<string>();
        await _fixture.Pipeline.IngestAsync([_fixture.Sheets], new RecordedProgress(step => steps.Add($"{step.Document} {step.Stage} {step.Done}/{step.Total}")), Cancel);

        Assert.Equal(["a.pdf Reading 0/1", "a.pdf Embedding 0/1", "a.pdf Indexing 0/1", "a.pdf Done 1/1"], steps);
    }

    [Fact]
    public async Task A_writer_that_cannot_get_its_turn_learns_who_holds_the_index()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        using WriterLock held = await WriterLock.AcquireAsync(_fixture.Options with { WriterName = "hybrid index rebuild" }, TimeProvider.System, Cancel);
        var impatient = new IngestionPipeline(
            _fixture.Index, _fixture.Reader, null, _fixture.Options with { LockTimeout = TimeSpan.FromMilliseconds(20) }, TimeProvider.System);

        IndexBusyException refused = await Assert.ThrowsAsync<IndexBusyException>(() => impatient.IngestAsync([_fixture.Sheets], cancellationToken: Cancel));

        Assert.StartsWith($"'hybrid index rebuild' (process {Environment.ProcessId} on ", refused.Holder, StringComparison.Ordinal);
        Assert.Empty(await _fixture.DocumentsAsync());
    }

    [Fact]
    public async Task What_a_killed_writer_left_staged_is_finished_or_dropped()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        await _fixture.IngestAsync();
        string hash = (await _fixture.Index.ListAsync(Cancel))[0].ContentHash[..16];
        string stored = Path.Combine(_fixture.Options.DocumentsPath, "a.pdf");
        string staging = Path.Combine(_fixture.Options.DocumentsPath, ".incoming");
        File.Move(stored, Path.Combine(staging, $"{hash}-a.pdf"));
        File.WriteAllText(Path.Combine(staging, "0123456789abcdef-a.pdf"), "never committed");

        _fixture.Write("b.pdf", "B", "B|Weight|1|kg");
        await _fixture.IngestAsync();

        Assert.True(File.Exists(stored));
        Assert.Empty(Directory.GetFiles(staging));
        Assert.Empty(await new DocumentStore(_fixture.Options.DocumentsPath).VerifyAsync(_fixture.Index, Cancel));
    }

    [Fact]
    public async Task Vectors_are_made_for_every_line_that_can_be_found()
    {
        await using var embedded = new IngestionFixture(new LetterEmbedder());
        embedded.Write("a.pdf", "Pumps", "KX-200|Pressure|16|bar", "KX-200|Weight|12|kg", "Read the manual.");
        await embedded.IngestAsync();

        Assert.Empty(await embedded.Index.VerifyAsync(Cancel));
        IndexInfo info = await embedded.Index.GetInfoAsync(Cancel);
        Assert.Equal(("letters/counts/26", 26), (info.EmbedderFingerprint, info.Dimensions));
        await Assert.ThrowsAsync<EmbedderMismatchException>(() =>
            new IngestionPipeline(embedded.Index, embedded.Reader, null, embedded.Options, TimeProvider.System).IngestAsync([embedded.Sheets], cancellationToken: Cancel));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
