using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>What a word of degree ("heaviest", "heavier") asks for.</summary>
/// <param name="End">The end of a range.</param>
/// <param name="Attributes">Attributes that it speaks of, the likeliest first; empty where it speaks of any.</param>
internal sealed record Degree(Extremum End, ImmutableArray<DegreeAttribute> Attributes);
