using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>A word that asks for the end of a range.</summary>
/// <param name="End">The end.</param>
/// <param name="Attributes">Attributes that it speaks of, the likeliest first; empty where it speaks of any.</param>
internal sealed record Superlative(Extremum End, ImmutableArray<SuperlativeAttribute> Attributes);
