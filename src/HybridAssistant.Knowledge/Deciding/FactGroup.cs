using System.Collections.Immutable;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>The facts of one answer.</summary>
/// <param name="Facts">Best first.</param>
/// <param name="SpansProducts">Whether the question left open which product, so that each has its own.</param>
/// <param name="Rivals">The best line of each sheet that fits as well, where the question leaves open which sheet; else empty.</param>
internal sealed record FactGroup(ImmutableArray<ScoredFact> Facts, bool SpansProducts, ImmutableArray<ScoredFact> Rivals);
