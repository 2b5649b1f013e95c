using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Tests.Quantities;

public sealed class UnitTableTests
{
    [Fact]
    public void Knows_at_least_three_hundred_spellings_and_finds_each_as_its_own_unit()
    {
        UnitTable table = UnitTable.Default;

        var wrong = from unit in table.Units
                    from spelling in unit.Spellings
                    where table.Find(spelling) != unit
                    select $"{spelling}: {table.Find(spelling)?.Canonical} instead of {unit.Canonical}";

        Assert.Empty(wrong);
        Assert.True(table.Units.Sum(u => u.Spellings.Length) >= 300);
    }

    [Fact]
    public void Every_UnitsNet_unit_named_exists()
    {
        var broken = from unit in UnitTable.Default.Units
                     where unit.UnitsNetUnit is not null
                     where !UnitsNet.Quantity.TryFrom(1, unit.Kind, unit.UnitsNetUnit!, out _)
                     select $"{unit.Canonical}: {unit.Kind}.{unit.UnitsNetUnit}";

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("GPM", "gpm")]
    [InlineData("gal./min.", "gpm")]
    [InlineData("deg.C", "°C")]
    [InlineData("V RMS", "V RMS")]
    [InlineData("[bar]", "bar")]
    [InlineData("(mm)", "mm")]
    [InlineData("mohm", "mΩ")]
    [InlineData("M Ohms", "MΩ")]
    [InlineData("μF", "µF")]
    [InlineData("min⁻¹", "rpm")]
    [InlineData("kg·cm", "kg·cm")]
    [InlineData("g*cm", "g·cm")]
    [InlineData("Megohms", "MΩ")]
    [InlineData("W", "W")]
    [InlineData("mW", "mW")]
    [InlineData("MW", "MW")]
    [InlineData("PSI", "psi")]
    public void Finds_printed_spellings(string printed, string canonical)
    {
        Assert.Equal(canonical, UnitTable.Default.Find(printed)?.Canonical);
    }

    [Theory]
    [InlineData("flurbs")]
    [InlineData("")]
    [InlineData("M")]
    public void Guesses_no_unit(string printed)
    {
        Assert.Null(UnitTable.Default.Find(printed));
    }
}
