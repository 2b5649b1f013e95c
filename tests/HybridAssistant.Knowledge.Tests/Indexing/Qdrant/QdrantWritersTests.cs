using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Rebuilding;
using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>Several writers, their turns, and what they leave.</summary>
public sealed class QdrantWritersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_of_several_processes_lose_nothing_of_each_other()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        QdrantKnowledgeIndex[] writers = [.. Enumerable.Range(0, 4).Select(_ => fixture.Open())];

        await Task.WhenAll(writers.SelectMany((writer, w) => Enumerable.Range(0, 5).Select(
            document => Task.Run(() => writer.ReplaceAsync(Sheet($"{w}-{document}.pdf", "1").Indexed(), Cancel), Cancel))));

        Assert.Equal(20, (await writers[0].ListAsync(Cancel)).Count);
        Assert.Empty(await writers[0].VerifyAsync(Cancel));
        Assert.Equal("hybrid-assistant-1", Assert.Single(await CollectionsAsync(fixture)));
    }

    [Fact]
    public async Task A_writer_whose_turn_ran_out_changes_nothing_and_says_so()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex slow = fixture.Open();
        await using QdrantKnowledgeIndex other = fixture.Open(ahead: TimeSpan.FromHours(1));
        await slow.ReplaceAsync(Sheet("a.pdf", "1").Indexed(), Cancel);
        // Between the slow writer's points and its commit another one, to whom the turn has run out, takes it and commits.
        bool isTaken = false;
        fixture.Server.Intercept(async (call, proceed, _) =>
        {
            if (!isTaken && call.Request is UpsertPoints { Points: [var point, ..] } && point.Payload["kind"].StringValue == "meta")
            {
                isTaken = true;
                await other.ReplaceAsync(Sheet("b.pdf", "2").Indexed(), Cancel);
            }

            return await proceed();
        });

        KnowledgeIndexException lost = await Assert.ThrowsAsync<KnowledgeIndexException>(() => slow.ReplaceAsync(Sheet("a.pdf", "3").Indexed(), Cancel));

        Assert.Contains("Index:Qdrant:LeaseSeconds", lost.Message, StringComparison.Ordinal);
        Assert.Equal(["a.pdf", "b.pdf"], (await other.ListAsync(Cancel)).Select(document => document.Document));
        Assert.Equal("1", (await other.FindAsync("a.pdf", Cancel))!.Facts[0].Value);
        Assert.Empty(await other.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task Prune_removes_what_was_replaced_and_no_more()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Sheet("a.pdf", "1").Indexed(), Cancel);
        await index.ReplaceAsync(Sheet("a.pdf", "2").Indexed(), Cancel);
        await index.ReplaceAsync(Sheet("b.pdf", "3").Indexed(), Cancel);
        await using IKnowledgeSnapshot before = await index.OpenSnapshotAsync(Cancel);

        Assert.Equal((0, 0), (await index.CountReplacedAsync(TimeSpan.FromDays(1), Cancel), await index.PruneAsync(TimeSpan.FromDays(1), Cancel)));
        long replaced = await index.CountReplacedAsync(TimeSpan.Zero, Cancel);

        Assert.Equal(2, replaced);
        Assert.Equal(replaced, await index.PruneAsync(TimeSpan.Zero, Cancel));
        Assert.Equal(0, await index.CountReplacedAsync(TimeSpan.Zero, Cancel));
        Assert.Equal(["2", "3"], (await before.GetFactsAsync(EntryFilter.None, 10, Cancel)).Select(entry => entry.Fact!.Value));
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task A_reader_notices_what_was_removed_and_pruned_while_it_looked_away()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex reader = fixture.Open();
        await using QdrantKnowledgeIndex writer = fixture.Open();
        await writer.ReplaceAsync(Sheet("a.pdf", "1").Indexed(), Cancel);
        await writer.ReplaceAsync(Sheet("b.pdf", "2").Indexed(), Cancel);
        Assert.Equal(2, (await reader.ListAsync(Cancel)).Count);

        await writer.RemoveAsync("a.pdf", Cancel);
        await writer.PruneAsync(TimeSpan.Zero, Cancel);

        Assert.Equal("b.pdf", Assert.Single(await reader.ListAsync(Cancel)).Document);
    }

    [Fact]
    public async Task A_rebuilt_index_takes_the_place_of_the_old_one_which_questions_under_way_still_see()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Sheet("a.pdf", "1").Indexed(), Cancel);
        await index.ReplaceAsync(Sheet("a.pdf", "2").Indexed(), Cancel);
        await using IKnowledgeSnapshot before = await index.OpenSnapshotAsync(Cancel);
        var replacer = new QdrantIndexReplacer(fixture.Connection, null, TimeProvider.System);
        Assert.Equal("/sheets/a.pdf", (await replacer.ReadOriginsAsync(Cancel))!["a.pdf"]);

        await using (IIndexDraft draft = await replacer.BeginAsync(Cancel))
        {
            await draft.Index.ReplaceAsync(Sheet("a.pdf", "7").Embedded(), Cancel);
            Assert.Equal("2", (await index.FindAsync("a.pdf", Cancel))!.Facts[0].Value);
            await draft.PublishAsync(Cancel);
        }

        Assert.Equal("7", (await index.FindAsync("a.pdf", Cancel))!.Facts[0].Value);
        Assert.Equal("2", Assert.Single(await before.GetFactsAsync(EntryFilter.None, 10, Cancel)).Fact!.Value);
        Assert.Equal("2", (await index.FindLastChangeAsync("a.pdf", Cancel))!.Facts[0].After!.Value);
        Assert.Equal(["hybrid-assistant-1", "hybrid-assistant-2"], await CollectionsAsync(fixture));
        await index.ReplaceAsync(Sheet("b.pdf", "8").Embedded(), Cancel);
        await index.PruneAsync(TimeSpan.Zero, Cancel);
        Assert.Equal("hybrid-assistant-2", Assert.Single(await CollectionsAsync(fixture)));
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task A_draft_that_is_not_published_is_removed_and_one_that_was_cut_off_is_named()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Sheet("a.pdf", "1").Indexed(), Cancel);
        var replacer = new QdrantIndexReplacer(fixture.Connection, null, TimeProvider.System);
        await using (IIndexDraft draft = await replacer.BeginAsync(Cancel))
        {
            await draft.Index.ReplaceAsync(Sheet("a.pdf", "7").Indexed(), Cancel);
        }

        Assert.Single(await CollectionsAsync(fixture));
        IIndexDraft cutOff = await replacer.BeginAsync(Cancel);
        await cutOff.Index.ReplaceAsync(Sheet("a.pdf", "7").Indexed(), Cancel);
        fixture.Server.Inject(new QdrantFault { Status = Grpc.Core.StatusCode.Aborted, Times = 1_000 });
        await cutOff.DisposeAsync();
        fixture.Server.ClearFaults();
        await using QdrantKnowledgeIndex later = fixture.Open(ahead: TimeSpan.FromHours(1));

        Assert.Contains("'hybrid-assistant-2' with 4 points is not in use", Assert.Single(await later.VerifyAsync(Cancel)), StringComparison.Ordinal);
        await later.PruneAsync(TimeSpan.Zero, Cancel);
        Assert.Single(await CollectionsAsync(fixture));
        Assert.Empty(await later.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_is_written_to_a_collection_that_another_one_took_the_place_of()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Sheet("a.pdf", "1").Indexed(), Cancel);
        await using (IIndexDraft draft = await new QdrantIndexReplacer(fixture.Connection, null, TimeProvider.System).BeginAsync(Cancel))
        {
            await draft.Index.ReplaceAsync(Sheet("a.pdf", "7").Indexed(), Cancel);
            await draft.PublishAsync(Cancel);
        }

        // As a node of a cluster sees it that has not heard of the rebuild yet, and never does.
        var alias = new ChangeAliases();
        alias.Actions.Add(new AliasOperations { CreateAlias = new CreateAlias { AliasName = "hybrid-assistant", CollectionName = "hybrid-assistant-1" } });
        await fixture.Connection.CallAsync((client, call) => client.Collections.UpdateAliasesAsync(alias, call), Cancel);

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.ReplaceAsync(Sheet("b.pdf", "8").Indexed(), Cancel));

        Assert.Contains("which another collection has taken the place of", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single((await index.FindAsync("a.pdf", Cancel))!.Facts).Value);
        Assert.Single(await index.ListAsync(Cancel));
    }

    [Fact]
    public async Task An_emptied_index_takes_the_vectors_of_another_model()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Sheet("a.pdf", "1").Indexed(), Cancel);
        await index.RemoveAsync("a.pdf", Cancel);

        await index.ReplaceAsync(Sheet("b.pdf", "2").Embedded(), Cancel);

        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
        Assert.Equal("b.pdf", Assert.Single(await snapshot.SearchVectorsAsync(WordVector.Of("Weight"), EntryFilter.None, 10, Cancel)).Entry.Document);
        Assert.Equal(64, (await index.GetInfoAsync(Cancel)).Dimensions);
    }

    private static SheetBuilder Sheet(string document, string value) => new SheetBuilder(document, document).Fact("", "Weight", value, "kg");

    private static async Task<string[]> CollectionsAsync(QdrantFixture fixture)
    {
        ListCollectionsResponse all = await fixture.Connection.CallAsync((client, call) => client.Collections.ListAsync(new ListCollectionsRequest(), call), Cancel);
        return [.. all.Collections.Select(collection => collection.Name).Order(StringComparer.Ordinal)];
    }
}
