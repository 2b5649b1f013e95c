using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Tests.Scoring;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("The maximum pressure is 16 bar.", "16 bar")]
    [InlineData("The maximum pressure is 16bar.", "16 bar")]
    [InlineData("The maximum pressure is 16 bar.", "16bar")]
    [InlineData("FLOW RATE: 0-16 gpm / 61 lpm", "61 lpm")]
    [InlineData("0-16 gpm", "16 gpm")]
    [InlineData("0 - 16 gpm", "16 gpm")]
    [InlineData("from –30 °C on", "-30 °C")]
    [InlineData("Body: Noryl (Ebony)", "ebony")]
    [InlineData("order SK-204-V.", "SK-204-V")]
    [InlineData("3.5 A", "3.5")]
    [InlineData("rated 24V DC", "24")]
    [InlineData("size .71” / 18mm", ".71\"")]
    public void Finds_a_spelling_however_it_is_typeset(string text, string spelling)
    {
        Assert.True(SpokenText.Says(text, spelling));
    }

    [Theory]
    [InlineData("160 bar", "16")]
    [InlineData("116 bar", "16")]
    [InlineData("16.5 bar", "16")]
    [InlineData("2.16 bar", "16")]
    [InlineData("1,600 rpm", "600 rpm")]
    [InlineData("from -5 °C", "5 °C")]
    [InlineData("order SK-204-VX", "SK-204-V")]
    [InlineData("the KX-200/4", "KX-200")]
    [InlineData("the KX-200", "200")]
    [InlineData("16 bars wide", "16 bar")]
    [InlineData("", "16")]
    [InlineData("16", "")]
    public void Does_not_find_it_inside_a_longer_number_word_or_code(string text, string spelling)
    {
        Assert.False(SpokenText.Says(text, spelling));
    }
}
