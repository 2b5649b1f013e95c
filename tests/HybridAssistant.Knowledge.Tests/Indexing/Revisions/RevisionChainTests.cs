using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Revisions;

namespace HybridAssistant.Knowledge.Tests.Indexing.Revisions;

public sealed class RevisionChainTests
{
    [Theory]
    [InlineData("A", "B")]
    [InlineData("Z", "AA")]
    [InlineData("Rev. 1.9", "Rev. 1.10")]
    [InlineData("9", "10")]
    [InlineData("B", "B1")]
    [InlineData("rev b", "Rev. C")]
    [InlineData(null, "A")]
    public void The_later_mark_is_current(string? earlier, string later)
    {
        RevisedSheet[] sheets = [Sheet("1.pdf", later), Sheet("2.pdf", earlier)];

        Assert.Equal("2.pdf > 1.pdf", Resolve(sheets));
    }

    [Fact]
    public void A_date_outweighs_the_mark() => Assert.Equal(
        "2.pdf > 1.pdf",
        Resolve(Sheet("1.pdf", "A", new DateOnly(2026, 2, 1)), Sheet("2.pdf", "B", new DateOnly(2025, 2, 1))));

    [Fact]
    public void Of_three_revisions_the_last_stands_in_for_both() =>
        Assert.Equal("a.pdf > c.pdf, b.pdf > c.pdf", Resolve(Sheet("b.pdf", "B"), Sheet("c.pdf", "C"), Sheet("a.pdf", "A")));

    [Fact]
    public void Equal_marks_leave_both_current() => Assert.Equal("", Resolve(Sheet("1.pdf", "B"), Sheet("2.pdf", "Rev. B")));

    [Fact]
    public void A_later_sheet_of_few_of_the_models_supersedes_nothing() => Assert.Equal(
        "",
        Resolve(Sheet("1.pdf", "A", null, "K-1", "K-2", "K-3"), Sheet("2.pdf", "B", null, "K-1")));

    [Fact]
    public void A_revision_that_drops_or_renumbers_a_model_supersedes() => Assert.Equal(
        "1.pdf > 2.pdf",
        Resolve(Sheet("1.pdf", "A", null, "K-1", "K-2", "S-316"), Sheet("2.pdf", "B", null, "K-1", "K-2", "S-318")));

    [Fact]
    public void A_revision_that_adds_a_model_supersedes() => Assert.Equal(
        "1.pdf > 2.pdf",
        Resolve(Sheet("1.pdf", "A", null, "K-1"), Sheet("2.pdf", "B", null, "K1", "K-2")));

    [Fact]
    public void Marks_and_dates_that_contradict_each_other_in_a_circle_leave_one_current()
    {
        RevisedSheet[] sheets =
        [
            Sheet("a.pdf", "C", new DateOnly(2025, 1, 1)), Sheet("b.pdf", "A", new DateOnly(2026, 1, 1)), Sheet("c.pdf", "B"),
        ];

        Assert.Equal(2, RevisionChain.Resolve(sheets).Count);
    }

    [Theory]
    [InlineData("KX pumps", "KX Pumps, Rev. B", true)]
    [InlineData("KX pumps (Issue 3)", "KX-Pumps", true)]
    [InlineData("KX pumps", "KX motors", false)]
    public void Titles_are_compared_without_their_mention_of_a_revision(string left, string right, bool areEqual) =>
        Assert.Equal(areEqual, RevisionOrder.TitleKey(left) == RevisionOrder.TitleKey(right));

    private static RevisedSheet Sheet(string document, string? revision, DateOnly? date = null, params string[] models) =>
        new(document, revision, date, [.. models.Select(model => new ProductName(model, [], IsSeries: false))]);

    private static string Resolve(params RevisedSheet[] sheets) => string.Join(
        ", ", RevisionChain.Resolve(sheets).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} > {pair.Value}"));
}
