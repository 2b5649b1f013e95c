using FsCheck.Xunit;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Changes;

namespace HybridAssistant.Knowledge.Tests.Indexing.Changes;

public sealed class SheetComparerTests
{
    [Fact]
    public void A_changed_value_is_one_change_though_rows_were_inserted_before_it()
    {
        SpecSheet before = new SheetBuilder("a.pdf", "A").Fact("K", "Pressure", "16", "bar").Fact("K", "Weight", "12", "kg").Sheet();
        SpecSheet after = new SheetBuilder("a.pdf", "A").Fact("K", "Noise", "70", "dB").Fact("K", "Pressure", "12", "bar").Fact("K", "Weight", "12", "kg").Sheet();

        Assert.Equal(["- > 70", "16 > 12"], Describe(before, after));
    }

    [Fact]
    public void A_renamed_section_or_another_spelling_of_the_address_is_no_change()
    {
        SpecSheet before = new SheetBuilder("a.pdf", "A").Fact("KX-200", "Max. pressure", "16", "bar", section: "Data").Sheet();
        SpecSheet after = new SheetBuilder("a.pdf", "A").Fact("KX 200", "max pressure", "16", "bar", section: "Technical data").Sheet();

        Assert.Empty(Describe(before, after));
    }

    [Fact]
    public void A_changed_condition_is_a_change_though_the_value_stays()
    {
        SpecSheet before = new SheetBuilder("a.pdf", "A").Fact("K", "Pressure", "16", "bar", condition: "at 20 °C").Sheet();
        SpecSheet after = new SheetBuilder("a.pdf", "A").Fact("K", "Pressure", "16", "bar", condition: "at 60 °C").Sheet();

        FactChange change = Assert.Single(SheetComparer.Compare(before.Facts, after.Facts));
        Assert.Equal(("at 20 °C", "at 60 °C"), (change.Before!.Condition, change.After!.Condition));
    }

    [Fact]
    public void Rows_of_one_address_are_matched_by_value_first()
    {
        SpecSheet before = new SheetBuilder("a.pdf", "A").Fact("", "Sizes", "10").Fact("", "Sizes", "20").Fact("", "Sizes", "30").Sheet();
        SpecSheet after = new SheetBuilder("a.pdf", "A").Fact("", "Sizes", "20").Fact("", "Sizes", "30").Fact("", "Sizes", "40").Sheet();

        Assert.Equal(["10 > 40"], Describe(before, after));
    }

    [Fact]
    public void A_fact_of_another_product_is_never_the_same()
    {
        SpecSheet before = new SheetBuilder("a.pdf", "A").Fact("K-1", "Weight", "12", "kg").Sheet();
        SpecSheet after = new SheetBuilder("a.pdf", "A").Fact("K-2", "Weight", "12", "kg").Sheet();

        Assert.Equal(["12 > -", "- > 12"], Describe(before, after));
    }

    [Fact]
    public void A_fact_that_has_become_doubtful_is_gone()
    {
        SpecSheet before = new SheetBuilder("a.pdf", "A").Fact("K", "Weight", "12", "kg").Sheet();
        SpecSheet after = new SheetBuilder("a.pdf", "A").Fact("K", "Weight", "12", "kg", doubt: "smudged").Sheet();

        Assert.Equal(["12 > -"], Describe(before, after));
    }

    [Property]
    public void A_sheet_does_not_differ_from_itself(Cell[] cells) =>
        Assert.Empty(SheetComparer.Compare(Facts(cells), Facts(cells)));

    [Property]
    public void Each_fact_changes_at_most_once_and_none_is_lost(Cell[] before, Cell[] after)
    {
        Fact[] old = Facts(before);
        Fact[] current = Facts(after);

        var changes = SheetComparer.Compare(old, current);

        Fact[] from = [.. changes.Where(change => change.Before is not null).Select(change => change.Before!)];
        Fact[] to = [.. changes.Where(change => change.After is not null).Select(change => change.After!)];
        Assert.Equal(from.Length, from.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal(to.Length, to.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.All(from, fact => Assert.Contains(fact, old));
        Assert.All(to, fact => Assert.Contains(fact, current));
        Assert.Equal(current.Length - old.Length, changes.Count(change => change.Before is null) - changes.Count(change => change.After is null));
    }

    [Property]
    public void The_way_back_is_the_same_changes_turned_round(Cell[] before, Cell[] after)
    {
        var there = SheetComparer.Compare(Facts(before), Facts(after)).Select(change => (change.Before, change.After));
        var back = SheetComparer.Compare(Facts(after), Facts(before)).Select(change => (change.After, change.Before));

        Assert.Equal(there.ToHashSet(), back.ToHashSet());
    }

    [Property]
    public void One_edited_value_is_exactly_one_change(byte count, byte edited, byte moved)
    {
        Fact[] before = Facts([.. Enumerable.Range(0, (count % 20) + 1).Select(i => new Cell((byte)i, (byte)i, 0, 0, 1))], isUnique: true);
        int at = edited % before.Length;
        Fact[] after = [.. before.Select((fact, i) => i == at ? fact with { Value = "edited" } : fact)];
        int turn = moved % after.Length;
        after = [.. after[turn..].Concat(after[..turn]).Select((fact, i) => fact with { Ordinal = i, Id = $"moved{i}" })];

        FactChange change = Assert.Single(SheetComparer.Compare(before, after));

        Assert.Equal((before[at].Value, "edited"), (change.Before!.Value, change.After!.Value));
        Assert.Equal(before[at].Attribute, change.After.Attribute);
    }

    /// <summary>A cell in a small world, so that addresses and values collide.</summary>
    public sealed record Cell(byte Product, byte Attribute, byte Section, byte Condition, byte Value);

    private static Fact[] Facts(Cell[] cells, bool isUnique = false)
    {
        int Small(byte number, int size) => isUnique ? number : number % size;
        var sheet = new SheetBuilder("a.pdf", "A");
        foreach (Cell cell in cells)
        {
            sheet.Fact(
                $"P{Small(cell.Product, 2)}", $"A{Small(cell.Attribute, 3)}", $"{Small(cell.Value, 3)}", "bar",
                section: $"S{cell.Section % 2}", condition: $"C{cell.Condition % 2}");
        }

        return [.. sheet.Sheet().Facts];
    }

    private static IEnumerable<string> Describe(SpecSheet before, SpecSheet after) =>
        SheetComparer.Compare(before.Facts, after.Facts).Select(change => $"{change.Before?.Value ?? "-"} > {change.After?.Value ?? "-"}");
}
