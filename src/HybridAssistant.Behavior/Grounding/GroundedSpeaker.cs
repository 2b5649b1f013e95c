using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Grounding.Filling;
using HybridAssistant.Behavior.Grounding.Masks;
using HybridAssistant.Behavior.Grounding.Reply;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Prompting;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Grounding;

/// <summary>Has a model of this process word a decision: it places the slots, the sheet fills them.</summary>
/// <param name="client">The model; follows <see cref="LlamaChatOptions"/>.</param>
/// <param name="classes">The tokens of its vocabulary.</param>
/// <param name="prompts">Builds its messages.</param>
/// <param name="limits">How long a reply may get.</param>
/// <param name="composer">Words what no model words.</param>
/// <param name="served">The variant, model and adapter that answers name.</param>
public sealed class GroundedSpeaker(
    IChatClient client, TokenClasses classes, PromptBuilder prompts, ReplyLimits limits, ComposerSpeaker composer, SpeakerIdentity served) : IAnswerSpeaker
{
    /// <inheritdoc />
    public async Task<SpokenAnswer> SpeakAsync(SpeakingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ReplySlotsBuilder.Build(request.Decision, request.Question) is not { } slots)
        {
            return composer.Speak(request);
        }

        var messages = await prompts.BuildAsync(request.Question, slots, cancellationToken).ConfigureAwait(false);
        var reply = new GroundedReply(classes, slots, limits);
        var options = new LlamaChatOptions
        {
            Constraint = reply,
            Adapter = served.Adapter,
            SharedMessages = messages.Length - 1,
            Temperature = 0,
            MaxOutputTokens = reply.MaxTokens,
        };
        await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        return reply.IsComplete
            ? new SpokenAnswer(SlotFiller.Fill(ReplyReader.ReadText(reply.Json), slots), served.Variant, served.Model, served.Adapter)
            : throw new ReplyFormatException($"The model '{served.Model}' stopped before its reply was complete: {reply.Json}");
    }
}
