using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Tests.Indexing;

/// <summary>What every index must show to readers beside a writer.</summary>
public abstract partial class KnowledgeIndexConformanceTests
{
    [Fact]
    public async Task A_snapshot_keeps_its_state_while_the_index_changes()
    {
        await using IKnowledgeIndex index = Open(Model);
        await index.ReplaceAsync(Pumps.Embedded(), Cancel);
        await using IKnowledgeSnapshot before = await index.OpenSnapshotAsync(Cancel);
        string version = before.Version;

        await index.ReplaceAsync(Valves.Embedded(), Cancel);
        await index.RemoveAsync("pumps.pdf", Cancel);

        await using IKnowledgeSnapshot after = await index.OpenSnapshotAsync(Cancel);
        Assert.Equal(version, before.Version);
        Assert.NotEqual(version, after.Version);
        Assert.Equal(["16", "10"], (await before.SearchTextAsync(["pressure"], EntryFilter.None, 10, Cancel)).Select(found => found.Entry.Fact!.Value).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(5, (await before.SearchVectorsAsync(WordVector.Of("pressure"), EntryFilter.None, 10, Cancel)).Count);
        Assert.Equal("40", Assert.Single(await after.SearchTextAsync(["pressure"], EntryFilter.None, 10, Cancel)).Entry.Fact!.Value);
    }

    [Fact]
    public async Task Questions_asked_side_by_side_while_a_document_is_replaced_each_see_one_state()
    {
        await using IKnowledgeIndex index = Open(Model);
        IndexedSheet Revision(int number) => Enumerable.Range(0, 40)
            .Aggregate(new SheetBuilder("a.pdf", "A").Product("A-1"), (sheet, row) => sheet.Fact("A-1", $"Row {row}", $"{number}", "bar"))
            .Embedded();
        await index.ReplaceAsync(Revision(0), Cancel);
        using var done = new CancellationTokenSource();

        async Task<int> AskAsync()
        {
            int questions = 0;
            while (!done.IsCancellationRequested || questions == 0)
            {
                await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
                Task<IReadOnlyList<ScoredEntry>> words = snapshot.SearchTextAsync(["row"], EntryFilter.None, 100, Cancel);
                Task<IReadOnlyList<ScoredEntry>> vectors = snapshot.SearchVectorsAsync(WordVector.Of("A-1 Row 7"), EntryFilter.None, 100, Cancel);
                ScoredEntry[] found = [.. await words, .. await vectors];
                Assert.Equal(80, found.Length);
                Assert.Single(found.Select(entry => entry.Entry.Fact!.Value).Distinct());
                questions++;
            }

            return questions;
        }

        Task<int>[] asking = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(AskAsync, Cancel))];
        for (int revision = 1; revision <= 20; revision++)
        {
            await index.ReplaceAsync(Revision(revision), Cancel);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(asking), questions => Assert.True(questions > 0));
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task Another_instance_is_answered_from_the_new_content_at_once()
    {
        await using IKnowledgeIndex server = Open(Model);
        await using IKnowledgeIndex ingest = Open(Model);
        await using (IKnowledgeSnapshot empty = await server.OpenSnapshotAsync(Cancel))
        {
            Assert.Empty(empty.Documents);
        }

        await ingest.ReplaceAsync(Pumps.Embedded(), Cancel);

        await using IKnowledgeSnapshot snapshot = await server.OpenSnapshotAsync(Cancel);
        Assert.Equal("16", (await snapshot.SearchVectorsAsync(WordVector.Of("KX-200 Max. working pressure 16"), EntryFilter.None, 1, Cancel))[0].Entry.Fact!.Value);
    }

    [Fact]
    public async Task The_same_documents_have_the_same_version_in_whatever_order_they_came()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        string pumpsOnly = (await index.GetInfoAsync(Cancel)).ContentVersion;
        await index.ReplaceAsync(Valves.Indexed(), Cancel);
        string both = (await index.GetInfoAsync(Cancel)).ContentVersion;
        await index.RemoveAsync("pumps.pdf", Cancel);
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        string bothAgain = (await index.GetInfoAsync(Cancel)).ContentVersion;

        Assert.Equal(both, bothAgain);
        Assert.NotEqual(pumpsOnly, both);
    }
}
