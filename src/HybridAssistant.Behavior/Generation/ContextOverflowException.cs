using System.Globalization;

namespace HybridAssistant.Behavior.Generation;

/// <summary>A prompt that leaves no room for its reply.</summary>
public sealed class ContextOverflowException(int promptTokens, int outputTokens, int contextTokens) : GenerationException(
    string.Create(CultureInfo.InvariantCulture, $"The prompt has {promptTokens} tokens and the reply may take {outputTokens}, but the context holds {contextTokens}. ")
    + "Shorten the prompt, ask for a shorter reply, or raise Behavior:Generation:ContextTokens.")
{
    /// <inheritdoc />
    public override bool ReadNothing => true;

    /// <summary>Tokens of the prompt.</summary>
    public int PromptTokens { get; } = promptTokens;

    /// <summary>Tokens that the reply may take.</summary>
    public int OutputTokens { get; } = outputTokens;

    /// <summary>Tokens that the context holds.</summary>
    public int ContextTokens { get; } = contextTokens;
}
