using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Tells whether two labels name the same attribute in other words.</summary>
internal static class SameConcept
{
    /// <summary>Whether the lexicon knows the label as that of the part number itself.</summary>
    public static bool IsPartNumber(Fact fact) =>
        AttributeLexicon.Default.Match(WordSplitter.Split(fact.Attribute), asQuestion: false).Any(m => m.Concept.Name == "partnumber");

    /// <summary>Whether the lexicon finds attributes of one family in both labels.</summary>
    public static bool Names(Fact a, Fact b) =>
        AttributeLexicon.Default.Match(WordSplitter.Split(a.Attribute), asQuestion: false).Select(m => m.Concept.Family)
            .Intersect(AttributeLexicon.Default.Match(WordSplitter.Split(b.Attribute), asQuestion: false).Select(m => m.Concept.Family)).Any();
}
