using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Tests.Questions.Lexicon;

public sealed class BoundLexiconTests
{
    [Theory]
    [InlineData("lighter than 60 kg", BoundSide.Below, true)]
    [InlineData("faster than 500 Hz", BoundSide.Above, true)]
    [InlineData("no more than 60 kg", BoundSide.Below, false)]
    [InlineData("not less than 60 kg", BoundSide.Above, false)]
    [InlineData("at least 60 kg", BoundSide.Above, false)]
    [InlineData("at most 60 kg", BoundSide.Below, false)]
    [InlineData("weigh more than about 60 kg", BoundSide.Above, true)]
    [InlineData("below 60 kg", BoundSide.Below, true)]
    [InlineData("up to 60 °C", BoundSide.Within, false)]
    internal void The_words_before_a_number_say_which_side_passes(string text, BoundSide side, bool isStrict)
    {
        ImmutableArray<Word> words = WordSplitter.Split(text);

        BoundPhrase phrase = BoundLexicon.Default.FindBefore(words, words.ToList().FindIndex(w => w.IsNumber))!.Value.Phrase;

        Assert.Equal((side, isStrict), (phrase.Side, phrase.IsStrict));
    }

    [Theory]
    [InlineData("60 kg or less", BoundSide.Below)]
    [InlineData("60 kg and above", BoundSide.Above)]
    internal void So_may_the_words_behind_it(string text, BoundSide side)
    {
        BoundPhrase phrase = BoundLexicon.Default.FindBehind(WordSplitter.Split(text), 2)!;

        Assert.Equal((side, false), (phrase.Side, phrase.IsStrict));
    }
}
