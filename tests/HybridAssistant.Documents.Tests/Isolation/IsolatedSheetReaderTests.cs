using HybridAssistant.Documents.Isolation;
using HybridAssistant.Documents.Ocr;
using HybridAssistant.Documents.Tests.Robustness;

namespace HybridAssistant.Documents.Tests.Isolation;

public sealed class IsolatedSheetReaderTests
{
    private static readonly string Sheet = RepositoryFolder.Find("corpus/sheets/screw-compressors/sc-5-15.pdf");

    [Fact]
    public async Task Reads_the_same_as_in_process()
    {
        byte[] pdf = await File.ReadAllBytesAsync(Sheet, TestContext.Current.CancellationToken);
        using IsolatedSheetReader reader = Reader("serve", new SheetLimits());

        SheetReading isolated = await reader.ReadAsync("sc.pdf", pdf, TestContext.Current.CancellationToken);
        SheetReading inProcess = await new SpecSheetReader().ReadAsync("sc.pdf", pdf, TestContext.Current.CancellationToken);

        Assert.Null(isolated.SetAside);
        Assert.Equal(inProcess.Sheet!.Title, isolated.Sheet!.Title);
        Assert.Equal(inProcess.Sheet.Facts, isolated.Sheet.Facts);
        Assert.Equal(inProcess.Sheet.Passages, isolated.Sheet.Passages);
        Assert.Equal(inProcess.Sheet.Codes, isolated.Sheet.Codes);
        Assert.Equal(inProcess.Sheet.Grammars.Select(g => g.Pattern), isolated.Sheet.Grammars.Select(g => g.Pattern));
    }

    [Fact]
    public async Task A_file_that_ends_the_process_is_set_aside()
    {
        using IsolatedSheetReader reader = Reader("crash", new SheetLimits());

        SheetReading reading = await reader.ReadAsync("x.pdf", "%PDF-1.7"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Contains("Reading it ended its process (exit code 134)", reading.SetAside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_hangs_is_set_aside_after_the_limit()
    {
        using IsolatedSheetReader reader = Reader("hang", new SheetLimits { MaxSeconds = 1 });

        SheetReading reading = await reader.ReadAsync("x.pdf", "%PDF-1.7"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal("Its reading process was ended after 1 s (Documents:Limits:MaxSeconds).", reading.SetAside);
    }

    [Fact]
    public async Task A_bomb_is_set_aside_and_the_next_file_is_read()
    {
        using IsolatedSheetReader reader = Reader("serve", new SheetLimits { MaxMemoryMiB = 200, MaxSeconds = 60 });

        SheetReading bomb = await reader.ReadAsync("bomb.pdf", HostilePdf.DecompressionBomb(600), TestContext.Current.CancellationToken);
        SheetReading nested = await reader.ReadAsync("nested.pdf", HostilePdf.NestedArrays(400_000), TestContext.Current.CancellationToken);
        SheetReading next = await reader.ReadAsync("sc.pdf", await File.ReadAllBytesAsync(Sheet, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.NotNull(bomb.SetAside);
        Assert.NotNull(nested.SetAside);
        Assert.Null(next.SetAside);
    }

    [Fact]
    public async Task Cancelling_ends_the_process_and_is_no_result()
    {
        using IsolatedSheetReader reader = Reader("hang", new SheetLimits());
        using var cancel = new CancellationTokenSource();

        Task<SheetReading> reading = reader.ReadAsync("x.pdf", "%PDF-1.7"u8.ToArray(), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private static IsolatedSheetReader Reader(string mode, SheetLimits limits) => new(
        new SheetWorkerCommand("dotnet", [Path.Combine(AppContext.BaseDirectory, "HybridAssistant.SheetWorkerHost.dll"), mode]),
        limits,
        new OcrOptions { Enabled = false },
        TimeProvider.System);
}
