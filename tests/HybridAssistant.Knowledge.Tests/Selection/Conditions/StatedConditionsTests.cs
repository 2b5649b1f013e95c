using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Selection.Conditions;

namespace HybridAssistant.Knowledge.Tests.Selection.Conditions;

public sealed class StatedConditionsTests
{
    [Theory]
    [InlineData("Bore d over 40 to 50 mm", "45 mm", true)]
    [InlineData("Bore d over 40 to 50 mm", "50 mm", true)]
    [InlineData("Bore d over 40 to 50 mm", "40 mm", false)]
    [InlineData("Size DN 8 to DN 25", "DN 20", true)]
    [InlineData("Size DN 8 to DN 25 80 °C", "80 °C", true)]
    [InlineData("Size DN 8 to DN 25", "DN 32", false)]
    [InlineData("DN 15 to 150", "DN 100", true)]
    [InlineData("Channels 5 to 8", "channel 6", true)]
    [InlineData("Channels 5 to 8", "channel 4", false)]
    [InlineData("up to 1500 rpm", "1450 rpm", true)]
    [InlineData("up to 1500 rpm", "2900 rpm", false)]
    [InlineData("above 0.5 m/s", "2 m/s", true)]
    [InlineData("above 0.5 m/s", "0.3 m/s", false)]
    [InlineData("≥ 45 °C", "45 °C", true)]
    [InlineData("for range I ≤ 1 A", "800 mA", true)]
    [InlineData("for range I > 1 A", "0.8 A", false)]
    [InlineData("0 … 10 V", "5 V", true)]
    [InlineData("at 24 V", "24 V", true)]
    [InlineData("at 24 V", "12 V", false)]
    public void A_value_is_in_the_range_that_a_condition_prints(string condition, string value, bool isHeld) =>
        Assert.Equal(isHeld, Of(condition).Any(c => c.Holds(QuantitySearch.Find(WordSplitter.Split(value), UnitLexicon.Default)[0])));

    [Fact]
    public void A_value_at_the_end_of_a_range_is_meant_beyond_it_where_the_question_says_so()
    {
        Quantity value = QuantitySearch.Find(WordSplitter.Split("55 °C"), UnitLexicon.Default)[0];

        Assert.True(Of("above 55 °C")[0].Holds(value, BoundSide.Above));
        Assert.False(Of("above 55 °C")[0].Holds(value));
        Assert.False(Of("up to 55 °C")[0].Holds(value, BoundSide.Above));
    }

    [Fact]
    public void The_words_before_a_value_say_what_it_is_of() =>
        Assert.Contains("dimension.bore", Of("Bore d over 40 to 50 mm")[0].Attributes.Select(a => a.Concept.Name));

    private static StatedCondition[] Of(string condition) => [.. StatedConditions.Of(condition, WordSplitter.Split(condition))];
}
