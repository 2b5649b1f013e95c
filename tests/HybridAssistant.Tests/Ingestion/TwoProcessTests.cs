using System.Globalization;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Tests.Ingestion;

public sealed class TwoProcessTests : IAsyncDisposable
{
    private const int Sheets = 30;
    private const int FactsPerSheet = 60;

    private readonly IngestionFixture _fixture = new(new LetterEmbedder());

    [Fact]
    public async Task Twenty_kills_at_random_moments_each_leave_whole_documents()
    {
        var random = new Random(20261124);
        WriteSheets(revision: 0);
        await _fixture.IngestAsync();

        for (int revision = 1; revision <= 20; revision++)
        {
            WriteSheets(revision);
            using IngestHost host = IngestHost.Start(_fixture.Data, _fixture.Sheets);
            int documents = random.Next(Sheets);
            for (int done = 0; done < documents && await host.NextDocumentAsync() is not null; done++)
            {
                // The kill comes some microseconds to milliseconds after this many documents.
            }

            await Task.Delay(TimeSpan.FromMicroseconds(random.Next(20_000)), Cancel);
            await host.KillAsync();

            Assert.Empty(await _fixture.Index.VerifyAsync(Cancel));
            int[] revisions = await RevisionsAsync();
            Assert.Equal(Sheets, revisions.Length);
            Assert.All(revisions, found => Assert.InRange(found, 0, revision));
            // What was said to be done is done.
            Assert.True(revisions.Count(found => found == revision) >= documents, $"{documents} documents were done before the kill, {revisions.Count(found => found == revision)} are in the index.");
            await _fixture.Pipeline.PruneAsync(Cancel);
            Assert.Empty(await new DocumentStore(_fixture.Options.DocumentsPath).VerifyAsync(_fixture.Index, Cancel));
        }

        await _fixture.IngestAsync();
        Assert.All(await RevisionsAsync(), found => Assert.Equal(20, found));
    }

    [Fact]
    public async Task A_reader_beside_a_writing_process_never_sees_half_a_document()
    {
        WriteSheets(revision: 0);
        await _fixture.IngestAsync();
        WriteSheets(revision: 1);
        using IngestHost host = IngestHost.Start(_fixture.Data, _fixture.Sheets);
        Task<int> end = host.WaitAsync();
        var seen = new HashSet<int>();

        do
        {
            seen.UnionWith(await RevisionsAsync());
            _ = await host.NextDocumentAsync();
        }
        while (!end.IsCompleted);

        Assert.Equal(0, await end);
        Assert.Equal([0, 1], seen.Order());
        Assert.All(await RevisionsAsync(), found => Assert.Equal(1, found));
    }

    [Fact]
    public async Task Two_writing_processes_take_turns()
    {
        WriteSheets(revision: 0);
        using IngestHost first = IngestHost.Start(_fixture.Data, _fixture.Sheets);
        using IngestHost second = IngestHost.Start(_fixture.Data, _fixture.Sheets);
        IngestionResult uploaded = await _fixture.Pipeline.UploadAsync("upload.pdf", "Upload\nU|Weight|1|kg"u8.ToArray(), Cancel);

        while (await first.NextDocumentAsync() is not null || await second.NextDocumentAsync() is not null)
        {
            // Drained, so that neither waits for its reader.
        }

        Assert.Equal((0, 0), (await first.WaitAsync(), await second.WaitAsync()));
        Assert.Equal(IngestionOutcome.Added, uploaded.Outcome);
        Assert.Equal(Sheets + 1, (await _fixture.Index.ListAsync(Cancel)).Count);
        Assert.Empty(await _fixture.Index.VerifyAsync(Cancel));
        Assert.Empty(await new DocumentStore(_fixture.Options.DocumentsPath).VerifyAsync(_fixture.Index, Cancel));
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void WriteSheets(int revision)
    {
        for (int sheet = 0; sheet < Sheets; sheet++)
        {
            string[] lines =
            [
                $"Sheet {Word(sheet)}",
                .. Enumerable.Range(0, FactsPerSheet).Select(fact => string.Create(CultureInfo.InvariantCulture, $"M-{sheet}|Value {Word(fact)}|{revision}|bar")),
                $"Text of revision {revision}.",
            ];
            _fixture.Write(string.Create(CultureInfo.InvariantCulture, $"{sheet:00}.pdf"), lines);
        }
    }

    // Each sheet states one revision only, in all facts and in its text; which one?
    private async Task<int[]> RevisionsAsync()
    {
        await using IKnowledgeSnapshot snapshot = await _fixture.Index.OpenSnapshotAsync(Cancel);
        IReadOnlyList<IndexEntry> facts = await snapshot.GetFactsAsync(EntryFilter.None, int.MaxValue, Cancel);
        var revisions = new List<int>();
        foreach (IGrouping<string, Fact> sheet in facts.Select(entry => entry.Fact!).GroupBy(fact => fact.Document))
        {
            string value = Assert.Single(sheet.Select(fact => fact.Value).Distinct());
            Assert.Equal(FactsPerSheet, sheet.Count());
            IReadOnlyList<ScoredEntry> found = await snapshot.SearchTextAsync(
                ["text", "revision"], new EntryFilter { Documents = [sheet.Key], Kinds = EntryKinds.Passages }, 2, Cancel);
            Assert.Equal($"Text of revision {value}.", Assert.Single(found).Entry.Passage!.Text);
            revisions.Add(int.Parse(value, CultureInfo.InvariantCulture));
        }

        return [.. revisions];
    }

    private static string Word(int number) => new([(char)('a' + (number / 26 % 26)), (char)('a' + (number % 26))]);
}
