using HybridAssistant.Knowledge.Deciding;

namespace HybridAssistant.Knowledge.Tests.Deciding;

public sealed class SentenceSplitterTests
{
    [Fact]
    public void Sentences_end_with_their_own_punctuation_and_not_at_abbreviations()
    {
        string[] sentences = [.. SentenceSplitter.Split("Rated for max. 16 bar at 2.5 m/s. Suited for acids! • Dry running allowed")];

        Assert.Equal(["Rated for max. 16 bar at 2.5 m/s.", "Suited for acids!", "Dry running allowed"], sentences);
    }
}
