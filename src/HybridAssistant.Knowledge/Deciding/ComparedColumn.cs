using System.Collections.Immutable;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>One attribute of one sheet over its products: what a question of order or threshold compares.</summary>
/// <param name="Document">File name of the sheet.</param>
/// <param name="Kind">Quantity kind of the values; empty for bare numbers.</param>
/// <param name="Facts">Its lines, best first.</param>
/// <param name="Fit">How well the attribute fits what is asked, 0 to about 1.</param>
/// <param name="Score">Score of the best line.</param>
/// <param name="IsOfDegree">Whether the word of degree speaks of the attribute: the heaviest of the mass.</param>
/// <param name="IsOtherEnd">Whether the word of degree means the other end here: the fastest has the least response time.</param>
internal sealed record ComparedColumn(
    string Document, string Kind, ImmutableArray<ScoredFact> Facts, double Fit, double Score, bool IsOfDegree, bool IsOtherEnd);
