using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Core.Tests.Quantities;

public sealed class QuantityFinderTests
{
    [Theory]
    [InlineData("How long can I store Energizer E91 AA cells at 21 °C?", "21 °C")]
    [InlineData("At which output voltage does the 12 V version of the LRS-350 trip?", "12 V")]
    [InlineData("is the 24V version rated above 85C", "24V;above 85C")]
    [InlineData("suction lift of the 50 mm (2 in) pump", "50 mm;2 in")]
    [InlineData("What is the top flow of the 2-inch ball valve pump?", "2-inch")]
    [InlineData("the Pumps 2000 1/2\" pump", "1/2\"")]
    [InlineData("Typical efficiency of the LRS-350-48?", "")]
    [InlineData("the 12/24 V model", "12;24 V")]
    [InlineData("may it run between 10 and 30 bar", "10;30 bar")]
    [InlineData("from 36-75 V to 12 V", "from 36-75 V;12 V")]
    public void Finds_quantities_outside_codes(string question, string expected)
    {
        Assert.Equal(expected, string.Join(';', QuantityFinder.Default.FindQuantities(question).Select(q => q.Text)));
    }

    [Theory]
    [InlineData("What is the max pressure in psi?", "psi!")]
    [InlineData("How many litres per minute can it deliver?", "l/min")]
    [InlineData("How many amps does it draw at 12 V?", "A")]
    [InlineData("How far can it lift, in metres?", "m!")]
    [InlineData("stall torque at 3 V in oz*in?", "oz·in!")]
    [InlineData("Torque in Nm at 2 A", "Nm!")]
    [InlineData("the weight in g", "g!")]
    [InlineData("What is the price of a pump?", "")]
    [InlineData("How loud in dB(A) is it?", "dB(A)!")]
    public void Finds_units_that_the_answer_is_wanted_in(string question, string expected)
    {
        Assert.Equal(expected, string.Join(';', QuantityFinder.Default.FindUnits(question).Select(u => u.Unit.Canonical + (u.IsRequest ? "!" : ""))));
    }
}
