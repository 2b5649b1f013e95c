using System.Collections.Immutable;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Grounding.Filling;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Prompting;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Grounding;

/// <summary>Binds the tokens of a model's reply to the evidence: it places the slots, the sheet fills them.</summary>
/// <param name="client">The model; follows <see cref="LlamaChatOptions"/>.</param>
/// <param name="classes">The tokens of its vocabulary.</param>
/// <param name="prompts">Builds its messages.</param>
/// <param name="limits">How long a reply may get.</param>
/// <param name="composer">Words what no model words.</param>
/// <param name="served">The variant, model and adapter that answers name.</param>
public sealed class GroundedSpeaker(
    IChatClient client, TokenClasses classes, PromptBuilder prompts, ReplyLimits limits, ComposerSpeaker composer, SpeakerIdentity served)
    : SlotSpeaker(prompts, composer, served)
{
    /// <inheritdoc />
    protected override async Task<string> AskAsync(
        ImmutableArray<ChatMessage> messages, ReplySlots slots, LlamaChatOptions options, TokenTally tokens, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tokens);
        var reply = new GroundedReply(classes, slots, limits);
        options.Constraint = reply;
        options.MaxOutputTokens = reply.MaxTokens;
        await tokens.CountAsync(client.GetResponseAsync(messages, options, cancellationToken)).ConfigureAwait(false);
        return reply.IsComplete ? reply.Json
            : throw new ReplyFormatException($"The model '{Served.Model}' stopped before its reply was complete: {reply.Json}");
    }
}
