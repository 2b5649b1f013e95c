using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Tests.Questions.Lexicon;

public sealed class SymbolLexiconTests
{
    [Theory]
    [InlineData("Dimensions D", "Length", "dimension.diameter")]
    [InlineData("Dimensions d", "Length", "dimension.bore")]
    [InlineData("B", "Length", "dimension.width")]
    [InlineData("C", "Force", "load.dynamic")]
    [InlineData("C₀", "Force", "load.static")]
    [InlineData("Q", "VolumeFlow", "flow")]
    [InlineData("n", "RotationalSpeed", "speed")]
    [InlineData("Vos", "ElectricPotential", "offset")]
    public void A_symbol_with_the_kind_of_its_value_tells_the_attribute(string label, string kind, string attribute)
    {
        Assert.Contains(SymbolLexicon.Default.Match(WordSplitter.Split(label), kind), m => m.Concept.Name == attribute);
    }

    [Theory]
    [InlineData("d", "Length", "dimension.height")]
    [InlineData("c", "Force", "load.dynamic")]
    [InlineData("C", "Length", "load.dynamic")]
    public void The_case_and_the_kind_must_agree(string label, string kind, string attribute)
    {
        Assert.DoesNotContain(SymbolLexicon.Default.Match(WordSplitter.Split(label), kind), m => m.Concept.Name == attribute);
    }

    [Fact]
    public void Each_symbol_stands_for_known_attributes()
    {
        string[] names = [.. AttributeLexicon.Default.Concepts.Select(c => c.Name)];

        Assert.All(LexiconFile.Read("symbols.tsv"), row => Assert.All(row[1].Split('|'), name => Assert.Contains(name, names)));
    }
}
