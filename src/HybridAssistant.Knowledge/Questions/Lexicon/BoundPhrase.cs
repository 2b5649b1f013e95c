using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Words before a number that make it a bound.</summary>
/// <param name="Words">The words.</param>
/// <param name="Side">The side on which a value passes.</param>
/// <param name="IsStrict">Whether the bound itself does not do.</param>
internal sealed record BoundPhrase(ImmutableArray<string> Words, BoundSide Side, bool IsStrict);
