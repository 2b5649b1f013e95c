using System.Collections.Immutable;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>The candidates in order and how sure it is that one of them states what was asked.</summary>
/// <param name="Facts">Best first; ties in order of appearance.</param>
/// <param name="Confidence">Calibrated probability that the best one states what was asked, 0 to 1.</param>
public sealed record FactSelection(ImmutableArray<ScoredFact> Facts, double Confidence)
{
    /// <summary>Sentences of running text that may state it, best first.</summary>
    public ImmutableArray<ScoredSentence> Sentences { get; init; } = [];
}
