using System.Collections.Immutable;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Prompting;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Grounding;

/// <summary>
/// The same model, prompt and slots as <see cref="GroundedSpeaker"/> without the grammar: what it writes may be no JSON at all. To
/// measure what the grammar is worth.
/// </summary>
/// <param name="client">The model.</param>
/// <param name="prompts">Builds its messages.</param>
/// <param name="limits">How long a reply may get.</param>
/// <param name="composer">Words what no model words.</param>
/// <param name="served">The variant, model and adapter that answers name.</param>
public sealed class UnboundSpeaker(
    IChatClient client, PromptBuilder prompts, ReplyLimits limits, ComposerSpeaker composer, SpeakerIdentity served)
    : SlotSpeaker(prompts, composer, served)
{
    // The frame of the JSON and the braces of slots, which the grammar gives for nothing.
    private const int FrameTokens = 40;

    /// <inheritdoc />
    protected override async Task<string> AskAsync(
        ImmutableArray<ChatMessage> messages, ReplySlots slots, LlamaChatOptions options, TokenTally tokens, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tokens);
        options.MaxOutputTokens = limits.MaxFreeTokens + FrameTokens;
        return (await tokens.CountAsync(client.GetResponseAsync(messages, options, cancellationToken)).ConfigureAwait(false)).Text;
    }
}
