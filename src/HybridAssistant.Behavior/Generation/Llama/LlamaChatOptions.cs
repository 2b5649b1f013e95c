using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>What a request to <see cref="LlamaChatClient"/> may say beyond the common options.</summary>
public sealed class LlamaChatOptions : ChatOptions
{
    /// <summary>No wishes.</summary>
    public LlamaChatOptions()
    {
    }

    private LlamaChatOptions(LlamaChatOptions other)
        : base(other)
    {
        Constraint = other.Constraint;
        Adapter = other.Adapter;
        SharedMessages = other.SharedMessages;
    }

    /// <summary>What the reply may consist of; it serves this request only.</summary>
    public ITokenConstraint? Constraint { get; set; }

    /// <summary>Name of the adapter to speak with; null: the base.</summary>
    public string? Adapter { get; set; }

    /// <summary>
    /// How many of the first messages are the same in many requests, few-shot examples for instance: they are read once and kept
    /// in memory. Null: the leading system messages.
    /// </summary>
    public int? SharedMessages { get; set; }

    /// <inheritdoc />
    public override ChatOptions Clone() => new LlamaChatOptions(this);
}
