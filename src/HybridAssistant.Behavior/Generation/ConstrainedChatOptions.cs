using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Generation;

/// <summary>Options of a reply that a grammar binds. Only a model that runs in this process can follow them.</summary>
public sealed class ConstrainedChatOptions : ChatOptions
{
    /// <summary>What the reply may consist of; null: anything. Serves one reply.</summary>
    public ITokenConstraint? Constraint { get; set; }

    /// <summary>Name of the LoRA adapter; null: the base model.</summary>
    public string? Adapter { get; set; }

    /// <inheritdoc />
    public override ChatOptions Clone() => new ConstrainedChatOptions
    {
        Constraint = Constraint,
        Adapter = Adapter,
        ModelId = ModelId,
        MaxOutputTokens = MaxOutputTokens,
        Temperature = Temperature,
        TopP = TopP,
        TopK = TopK,
        Seed = Seed,
        StopSequences = StopSequences is null ? null : [.. StopSequences],
        ResponseFormat = ResponseFormat,
        AdditionalProperties = AdditionalProperties?.Clone(),
    };
}
