using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>Messages as the tokens that a model reads.</summary>
/// <param name="Shared">The tokens of the messages that many requests share.</param>
/// <param name="Rest">The tokens after them.</param>
internal sealed record ChatPrompt(ImmutableArray<int> Shared, ImmutableArray<int> Rest);
