using System.Threading.Channels;
using HybridAssistant.Ingestion;

namespace HybridAssistant.Tests.Ingestion;

public sealed class FolderWatcherTests : IAsyncDisposable
{
    private readonly IngestionFixture _fixture = new();
    private readonly Channel<IngestionReport> _reports = Channel.CreateUnbounded<IngestionReport>();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Changes_additions_and_removals_reach_the_index()
    {
        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        Task watch = Watch();
        Assert.Equal(["a.pdf Added"], await NextAsync());

        _fixture.Write("a.pdf", "A", "A|Weight|2|kg");
        Assert.Equal(["a.pdf Replaced"], await NextAsync());
        Assert.Equal("2", (await _fixture.Index.FindAsync("a.pdf", _stop.Token))!.Facts[0].Value);

        _fixture.Write("new/b.pdf", "B", "B|Weight|1|kg");
        Assert.Equal(["b.pdf Added"], await NextAsync());

        File.Delete(Path.Combine(_fixture.Sheets, "a.pdf"));
        Assert.Equal(["a.pdf Removed"], await NextAsync());

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    [Fact]
    public async Task A_bad_file_is_said_once()
    {
        _fixture.Write("bad.pdf", "BAD");
        _ = Watch();
        Assert.Equal(["bad.pdf SetAside"], await NextAsync());

        _fixture.Write("a.pdf", "A", "A|Weight|1|kg");
        Assert.Equal(["a.pdf Added"], await NextAsync());
        Assert.Equal(2, _fixture.Reader.Count);

        _fixture.Write("bad.pdf", "Good", "G|Weight|1|kg");
        Assert.Equal(["bad.pdf Added"], await NextAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
        await _fixture.DisposeAsync();
    }

    private Task Watch() => new FolderWatcher(
            _fixture.Pipeline, _fixture.Options with { WatchInterval = TimeSpan.FromMilliseconds(100), WatchQuietTime = TimeSpan.FromMilliseconds(20) }, TimeProvider.System)
        .WatchAsync([_fixture.Sheets], report => _reports.Writer.TryWrite(report), _stop.Token);

    private async Task<string[]> NextAsync()
    {
        IngestionReport report = await _reports.Reader.ReadAsync(_stop.Token).AsTask().WaitAsync(TimeSpan.FromMinutes(2), _stop.Token);
        return [.. report.Results.Select(result => $"{result.Document} {result.Outcome}")];
    }
}
