using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>One reply that is wanted.</summary>
internal sealed record GenerationRequest
{
    /// <summary>The beginning of the prompt that many requests share: computed once and kept. May be empty.</summary>
    public ImmutableArray<int> Shared { get; init; } = [];

    /// <summary>The prompt's tokens after the shared ones; at least one.</summary>
    public required ImmutableArray<int> Prompt { get; init; }

    /// <summary>What the reply may consist of; null: anything, to the model's own end.</summary>
    public ITokenConstraint? Constraint { get; init; }

    public SamplingSettings Sampling { get; init; } = SamplingSettings.Greedy;

    /// <summary>Tokens of the reply at most, forced ones included.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>Name of the adapter to speak with; null: the base.</summary>
    public string? Adapter { get; init; }
}
