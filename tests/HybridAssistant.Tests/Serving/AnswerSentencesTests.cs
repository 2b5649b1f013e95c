using HybridAssistant.Serving;

namespace HybridAssistant.Tests.Serving;

public sealed class AnswerSentencesTests
{
    [Theory]
    [InlineData("It weighs 12.4 kg.", 1)]
    [InlineData("It weighs 12.4 kg. It floats.", 2)]
    [InlineData("See p. 2 of the sheet.", 1)]
    [InlineData("The max. pressure is 16 bar.", 1)]
    [InlineData("Which one?\nKX-200\nKX-250", 3)]
    [InlineData("", 0)]
    public void Cuts_where_a_sentence_ends(string text, int sentences)
    {
        string[] pieces = [.. AnswerSentences.Split(text)];

        Assert.Equal(sentences, pieces.Length);
        Assert.Equal(text, string.Concat(pieces));
    }
}
