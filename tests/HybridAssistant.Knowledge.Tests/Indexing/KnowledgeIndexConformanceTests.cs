using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Tests.Indexing;

/// <summary>What every index must do, whatever it is made of. Each implementation derives from this class.</summary>
public abstract partial class KnowledgeIndexConformanceTests
{
    private protected const string Model = "test-model";

    private static SheetBuilder Pumps => new SheetBuilder("pumps.pdf", "KX centrifugal pumps")
        .Series("KX")
        .Product("KX-200", "KX 200/4")
        .Product("KX-250")
        .Fact("KX-200", "Max. working pressure", "16", "bar", typed: new TypedValue(null, null, 16, "Bar", "Pressure"))
        .Fact("KX-250", "Max. working pressure", "10", "bar", typed: new TypedValue(null, null, 10, "Bar", "Pressure"))
        .Fact("", "Protection class", "IP 55")
        .Fact("KX-200", "Weight", "12.4", "kg", typed: new TypedValue(null, 12.4, null, "Kilogram", "Mass"))
        .Fact("KX-200", "Smudged", "??", doubt: "two readings disagree")
        .Passage("The pumps are self-priming up to 3 m. Do not run them dry.", "Installation");

    private static SheetBuilder Valves => new SheetBuilder("valves.pdf", "BV ball valves")
        .Product("BV-22")
        .Fact("BV-22", "Max. working pressure", "40", "bar", typed: new TypedValue(null, null, 40, "Bar", "Pressure"))
        .Passage("Ball valves for water, oil and air.");

    /// <summary>Opens the one index of this test, empty the first time; another instance sees the same content.</summary>
    private protected abstract IKnowledgeIndex Open(string? embedderFingerprint = null);

    [Fact]
    public async Task A_new_index_is_empty()
    {
        await using IKnowledgeIndex index = Open();

        IndexInfo info = await index.GetInfoAsync(Cancel);

        Assert.Equal((0, 0, 0, 0), (info.Documents, info.Facts, info.Passages, info.Codes));
        Assert.Null(info.EmbedderFingerprint);
        Assert.Equal(0, info.Dimensions);
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task A_document_reads_back_as_it_was_written()
    {
        await using IKnowledgeIndex index = Open();
        SpecSheet written = Pumps.Revision("B", new DateOnly(2026, 3, 1)).Grammar(["KX-"], ["200", "250"], ["-A", "-B"]).Sheet();

        SheetChange change = await index.ReplaceAsync(new IndexedSheet { Sheet = written, Origin = "/in/pumps.pdf" }, Cancel);
        SpecSheet read = (await index.FindAsync("pumps.pdf", Cancel))!;

        Assert.True(change.IsNew);
        Assert.Equal(written.Facts, read.Facts);
        Assert.Equal(written.Passages, read.Passages);
        Assert.Equal(written.Codes, read.Codes);
        Assert.Equal(written.Findings, read.Findings);
        Assert.Equal(written.Products.Select(product => product.Name), read.Products.Select(product => product.Name));
        Assert.Equal(written.Products[1].Aliases, read.Products[1].Aliases);
        Assert.Equal(["KX-", "200|250", "-A|-B"], read.Grammars[0].Segments.Select(segment => string.Join('|', segment.Choices.Select(choice => choice.Code))));
        Assert.Equal((written.ContentHash, written.Title, "B", new DateOnly(2026, 3, 1), 2), (read.ContentHash, read.Title, read.Revision, read.RevisionDate, read.PageCount));
        IndexedDocument listed = Assert.Single(await index.ListAsync(Cancel));
        Assert.Equal(("pumps.pdf", "/in/pumps.pdf", 5, 1), (listed.Document, listed.Origin, listed.FactCount, listed.PassageCount));
        Assert.Null(await index.FindAsync("other.pdf", Cancel));
    }

    [Fact]
    public async Task Replacing_a_document_says_what_changed_and_remembers_it()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        SpecSheet old = Pumps.Sheet();
        Fact changed = old.Facts[0] with { Id = "new", Value = "12" };

        SheetChange change = await index.ReplaceAsync(
            new IndexedSheet { Sheet = old with { Facts = old.Facts.SetItem(0, changed), ContentHash = "x" }, Origin = "o" }, Cancel);

        FactChange only = Assert.Single(change.Facts);
        Assert.False(change.IsNew);
        Assert.Equal(("16", "12"), (only.Before!.Value, only.After!.Value));
        SheetChange remembered = (await index.FindLastChangeAsync("pumps.pdf", Cancel))!;
        Assert.Equal(change.Facts, remembered.Facts);
        Assert.Equal(change.ChangedAt, remembered.ChangedAt);
        Assert.Null(await index.FindLastChangeAsync("other.pdf", Cancel));
    }

    [Fact]
    public async Task A_replaced_document_leaves_nothing_of_its_old_content()
    {
        await using IKnowledgeIndex index = Open(Model);
        await index.ReplaceAsync(Pumps.Embedded(), Cancel);

        await index.ReplaceAsync(new SheetBuilder("pumps.pdf", "Motors").Product("M-1").Fact("M-1", "Speed", "3000", "rpm").Embedded(), Cancel);

        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
        Assert.Empty(await snapshot.SearchTextAsync(["pressure"], EntryFilter.None, 10, Cancel));
        Assert.Empty(await snapshot.FindCodesAsync("KX200", prefix: true, 10, Cancel));
        ScoredEntry nearest = Assert.Single(await snapshot.SearchVectorsAsync(WordVector.Of("M-1 Speed 3000"), EntryFilter.None, 10, Cancel));
        Assert.Equal("Speed", nearest.Entry.Fact!.Attribute);
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task Removing_a_document_leaves_the_others()
    {
        await using IKnowledgeIndex index = Open(Model);
        await index.ReplaceAsync(Pumps.Embedded(), Cancel);
        await index.ReplaceAsync(Valves.Embedded(), Cancel);

        Assert.True(await index.RemoveAsync("pumps.pdf", Cancel));
        Assert.False(await index.RemoveAsync("pumps.pdf", Cancel));

        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
        Assert.Equal(["valves.pdf"], snapshot.Documents.Select(document => document.Document));
        Assert.Equal(["valves.pdf"], (await snapshot.SearchTextAsync(["pressure", "pumps"], EntryFilter.None, 10, Cancel)).Select(found => found.Entry.Document));
        Assert.All(
            await snapshot.SearchVectorsAsync(WordVector.Of("KX-200 Max. working pressure 16"), EntryFilter.None, 10, Cancel),
            found => Assert.Equal("valves.pdf", found.Entry.Document));
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task A_later_revision_supersedes_the_earlier_until_it_is_removed()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Valves.Revision("B").Indexed(), Cancel);
        await index.ReplaceAsync(
            new SheetBuilder("valves-c.pdf", "BV ball valves").Revision("C").Product("BV-22").Fact("BV-22", "Max. working pressure", "50", "bar").Indexed(),
            Cancel);

        async Task<string[]> ValuesAsync(EntryFilter filter)
        {
            await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
            return [.. (await snapshot.SearchTextAsync(["pressure"], filter, 10, Cancel)).Select(found => found.Entry.Fact!.Value)];
        }

        Assert.Equal("valves-c.pdf", (await index.ListAsync(Cancel)).Single(document => document.Document == "valves.pdf").SupersededBy);
        Assert.Equal(["50"], await ValuesAsync(EntryFilter.None));
        Assert.Equal(["40"], await ValuesAsync(new EntryFilter { Documents = ["valves.pdf"] }));
        await index.RemoveAsync("valves-c.pdf", Cancel);
        Assert.Equal(["40"], await ValuesAsync(EntryFilter.None));
    }

    [Fact]
    public async Task Vectors_of_another_model_are_refused_with_the_command_that_mends_it()
    {
        await using (IKnowledgeIndex index = Open(Model))
        {
            await index.ReplaceAsync(Pumps.Embedded(), Cancel);
            await Assert.ThrowsAsync<EmbedderMismatchException>(() => index.ReplaceAsync(Valves.Embedded("another"), Cancel));
            await Assert.ThrowsAsync<EmbedderMismatchException>(() => index.ReplaceAsync(Valves.Indexed(), Cancel));
            Assert.Single(await index.ListAsync(Cancel));
        }

        EmbedderMismatchException refused = await Assert.ThrowsAsync<EmbedderMismatchException>(async () =>
        {
            await using IKnowledgeIndex index = Open("another");
            await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
        });

        Assert.Contains("'hybrid index rebuild'", refused.Message, StringComparison.Ordinal);
        Assert.Equal((Model, "another"), (refused.Indexed, refused.Configured));
    }

    [Fact]
    public async Task A_backup_made_while_the_index_is_open_is_a_whole_index()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        await using IKnowledgeSnapshot reading = await index.OpenSnapshotAsync(Cancel);

        await CheckBackupAsync(index);
    }

    /// <summary>Backs the index up and checks that the copy has its version.</summary>
    private protected abstract Task CheckBackupAsync(IKnowledgeIndex index);

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] Printed(IEnumerable<CodeMatch> matches) => [.. matches.Select(match => match.Code.Printed)];
}
