using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Knowledge.Tests.Indexing;

/// <summary>What every index must find.</summary>
public abstract partial class KnowledgeIndexConformanceTests
{
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
    public async Task Lines_that_score_alike_come_in_their_order_of_appearance_also_where_the_limit_cuts_them()
    {
        await using IKnowledgeIndex index = Open(Model);
        SheetBuilder sheet = Enumerable.Range(1, 15).Aggregate(
            new SheetBuilder("a.pdf", "A").Product("A-1"), (made, row) => made.Fact("A-1", "Bore", "7", "mm", condition: $"row{row}"));
        await index.ReplaceAsync(sheet.Embedded(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);

        IReadOnlyList<ScoredEntry> words = await snapshot.SearchTextAsync(["bore"], EntryFilter.None, 5, Cancel);
        IReadOnlyList<ScoredEntry> vectors = await snapshot.SearchVectorsAsync(
            WordVector.Of("A-1 Bore 7"), new EntryFilter { Kinds = EntryKinds.Facts }, 5, Cancel);

        Assert.Equal([0, 1, 2, 3, 4], words.Select(found => found.Entry.Fact!.Ordinal));
        Assert.Equal([0, 1, 2, 3, 4], vectors.Select(found => found.Entry.Fact!.Ordinal));
    }
}
