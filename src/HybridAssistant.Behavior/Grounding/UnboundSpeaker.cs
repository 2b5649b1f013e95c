using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Grounding.Filling;
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
    IChatClient client, PromptBuilder prompts, ReplyLimits limits, ComposerSpeaker composer, SpeakerIdentity served) : IAnswerSpeaker
{
    // The frame of the JSON and the braces of slots, which the grammar gives for nothing.
    private const int FrameTokens = 40;

    /// <inheritdoc />
    public async Task<SpokenAnswer> SpeakAsync(SpeakingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ReplySlotsBuilder.Build(request.Decision, request.Question) is not { } slots)
        {
            return composer.Speak(request);
        }

        var messages = await prompts.BuildAsync(request.Question, slots, cancellationToken).ConfigureAwait(false);
        var options = new LlamaChatOptions
        {
            Adapter = served.Adapter,
            SharedMessages = messages.Length - 1,
            Temperature = 0,
            MaxOutputTokens = limits.MaxFreeTokens + FrameTokens,
        };
        ChatResponse reply = await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        return new SpokenAnswer(SlotFiller.Fill(ReplyReader.ReadText(reply.Text), slots), served.Variant, served.Model, served.Adapter);
    }
}
