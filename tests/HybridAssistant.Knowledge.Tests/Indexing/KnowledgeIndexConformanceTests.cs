using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Tests.Indexing;

/// <summary>What every index must do, whatever it is made of. Each implementation derives from this class.</summary>
public abstract class KnowledgeIndexConformanceTests
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

    [Theory]
    [InlineData("KX-200")]
    [InlineData("KX200")]
    [InlineData("kx 200")]
    [InlineData("kx-2oo")]
    [InlineData("kx 200/4")]
    [InlineData("KX-200/4")]
    [InlineData("KX2004")]
    public async Task A_part_number_is_found_however_it_is_typed(string typed)
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Valves.Indexed(), Cancel);
        await index.ReplaceAsync(
            new SheetBuilder("one.pdf", "Pumps").Product("KX-200/4").Product("KX-300/4")
                .Fact("KX-300/4", "Weight", "20", "kg").Fact("KX-200/4", "Weight", "14", "kg").Indexed(),
            Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        ScoredEntry best = (await snapshot.SearchTextAsync(typed.Split(' '), EntryFilter.None, 10, Cancel))[0];

        Assert.Equal(("KX-200/4", "14"), (best.Entry.Fact!.Product, best.Entry.Fact.Value));
    }

    [Theory]
    [InlineData("IP55", "IP 55")]
    [InlineData("16bar", "16")]
    [InlineData("12,4", "12.4")]
    [InlineData("pressures", "16")]
    public async Task Ratings_numbers_and_plurals_meet_in_any_spelling(string typed, string value)
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        ScoredEntry best = (await snapshot.SearchTextAsync([typed], EntryFilter.None, 10, Cancel))[0];

        Assert.Equal(value, best.Entry.Fact!.Value);
    }

    [Fact]
    public async Task A_search_finds_facts_passages_or_both_and_never_a_doubtful_fact()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        async Task<(int Facts, int Passages)> CountAsync(EntryKinds kinds)
        {
            IReadOnlyList<ScoredEntry> found = await snapshot.SearchTextAsync(["pumps", "smudged"], new EntryFilter { Kinds = kinds }, 20, Cancel);
            return (found.Count(entry => entry.Entry.Fact is not null), found.Count(entry => entry.Entry.Passage is not null));
        }

        Assert.Equal((4, 1), await CountAsync(EntryKinds.All));
        Assert.Equal((4, 0), await CountAsync(EntryKinds.Facts));
        Assert.Equal((0, 1), await CountAsync(EntryKinds.Passages));
        Assert.Equal(4, (await snapshot.GetFactsAsync(EntryFilter.None, 20, Cancel)).Count);
    }

    [Fact]
    public async Task A_search_holds_back_what_its_filter_excludes()
    {
        await using IKnowledgeIndex index = Open(Model);
        await index.ReplaceAsync(Pumps.Embedded(), Cancel);
        await index.ReplaceAsync(Valves.Embedded(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        async Task CheckAsync(EntryFilter filter, params string[] values)
        {
            string[] Values(IReadOnlyList<ScoredEntry> found) => [.. found.Select(entry => entry.Entry.Fact!.Value).Order(StringComparer.Ordinal)];
            filter = filter with { Kinds = EntryKinds.Facts };
            Assert.Equal(values, Values(await snapshot.SearchTextAsync(["pressure", "weight", "protection"], filter, 20, Cancel)));
            Assert.Equal(values, Values(await snapshot.SearchVectorsAsync(WordVector.Of("pressure"), filter, 20, Cancel)));
            Assert.Equal(values, (await snapshot.GetFactsAsync(filter, 20, Cancel)).Select(entry => entry.Fact!.Value).Order(StringComparer.Ordinal));
        }

        await CheckAsync(EntryFilter.None, "10", "12.4", "16", "40", "IP 55");
        await CheckAsync(new EntryFilter { Documents = ["valves.pdf"] }, "40");
        await CheckAsync(new EntryFilter { Products = ["kx200"] }, "12.4", "16", "IP 55");
        await CheckAsync(new EntryFilter { Products = ["KX-200/4"] }, "12.4", "16", "IP 55");
        await CheckAsync(new EntryFilter { Products = ["KX"] }, "10", "12.4", "16", "IP 55");
        await CheckAsync(new EntryFilter { Products = ["KX-250", "BV-22"] }, "10", "40", "IP 55");
        await CheckAsync(new EntryFilter { QuantityKind = "Pressure" }, "10", "16", "40");
        await CheckAsync(new EntryFilter { Products = ["KX-200"], Documents = ["valves.pdf"] });
        await CheckAsync(new EntryFilter { Products = ["XY-1"] });
    }

    [Fact]
    public async Task Passages_are_filtered_by_the_models_of_their_sheet()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        await index.ReplaceAsync(Valves.Indexed(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        IReadOnlyList<ScoredEntry> found = await snapshot.SearchTextAsync(
            ["water", "dry"], new EntryFilter { Products = ["BV-22"], Kinds = EntryKinds.Passages }, 10, Cancel);

        Assert.Equal("valves.pdf", Assert.Single(found).Entry.Document);
    }

    [Fact]
    public async Task Equal_scores_come_in_order_of_appearance()
    {
        await using IKnowledgeIndex index = Open();
        foreach (string document in (string[])["b.pdf", "a.pdf"])
        {
            await index.ReplaceAsync(
                new SheetBuilder(document, "Same").Fact("", "Colour", "red").Fact("", "Colour", "red").Indexed(), Cancel);
        }

        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        Assert.Equal(
            ["a.pdf#f0", "a.pdf#f1", "b.pdf#f0", "b.pdf#f1"],
            (await snapshot.SearchTextAsync(["colour"], EntryFilter.None, 10, Cancel)).Select(found => found.Entry.Id));
    }

    [Fact]
    public async Task Codes_are_found_exactly_by_prefix_and_nearly()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        Assert.Equal(["KX-200"], Printed(await snapshot.FindCodesAsync(CodeNormalizer.Normalize("kx 2OO"), prefix: false, 10, Cancel)));
        Assert.Equal(["KX-200", "KX-250"], Printed(await snapshot.FindCodesAsync("KX2", prefix: true, 10, Cancel)));
        Assert.Empty(await snapshot.FindCodesAsync("KX2", prefix: false, 10, Cancel));
        Assert.Equal(["KX-200"], Printed(await snapshot.FindSimilarCodesAsync("KX020", 1, 10, Cancel)));
        Assert.Equal(["KX-250"], Printed(await snapshot.FindSimilarCodesAsync("KX200", 1, 10, Cancel)));
        Assert.Empty(await snapshot.FindSimilarCodesAsync("XY999", 2, 10, Cancel));
    }

    [Fact]
    public async Task A_composed_code_is_found_and_marked()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Code("KX-200-A").Grammar(["KX-"], ["200", "250"], ["-A", "-B"]).Indexed(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        CodeMatch printed = Assert.Single(await snapshot.FindCodesAsync("KX200A", prefix: false, 10, Cancel));
        CodeMatch composed = Assert.Single(await snapshot.FindCodesAsync("KX250B", prefix: false, 10, Cancel));

        Assert.False(printed.ComposedOnly);
        Assert.Equal((true, "KX-250-B", "KX-250", 2), (composed.ComposedOnly, composed.Code.Printed, composed.Code.Product, composed.Code.Page));
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
    public async Task Without_a_model_the_index_is_searched_by_words_only()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        Assert.Empty(await snapshot.SearchVectorsAsync(WordVector.Of("pressure"), EntryFilter.None, 10, Cancel));
        Assert.NotEmpty(await snapshot.SearchTextAsync(["pressure"], EntryFilter.None, 10, Cancel));
    }

    [Fact]
    public async Task Words_that_mean_something_to_the_query_language_are_just_words()
    {
        await using IKnowledgeIndex index = Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        IReadOnlyList<ScoredEntry> found = await snapshot.SearchTextAsync(
            ["\"pressure", "NOT", "weight*", "NEAR(a b)", "title:x", "--", "'; DROP TABLE facts"],
            new EntryFilter { Kinds = EntryKinds.Facts },
            10,
            Cancel);

        Assert.Equal(3, found.Count);
        Assert.Empty(await snapshot.SearchTextAsync(["--", "?"], EntryFilter.None, 10, Cancel));
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
