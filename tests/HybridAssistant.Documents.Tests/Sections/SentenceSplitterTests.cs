using HybridAssistant.Documents.Sections;

namespace HybridAssistant.Documents.Tests.Sections;

public sealed class SentenceSplitterTests
{
    [Fact]
    public void Sentences_end_with_their_own_punctuation_and_not_at_abbreviations()
    {
        const string Text = "Rated for max. 16 bar at 2.5 m/s. Suited for acids! • Dry running allowed";

        Assert.Equal(
            ["Rated for max. 16 bar at 2.5 m/s.", "Suited for acids!", "Dry running allowed"],
            SentenceSplitter.Split(Text).Select(range => Text[range]));
    }
}
