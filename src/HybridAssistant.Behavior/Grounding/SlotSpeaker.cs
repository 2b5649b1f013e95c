using System.Collections.Immutable;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation.Llama;
using HybridAssistant.Behavior.Grounding.Filling;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Prompting;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Grounding;

/// <summary>Has a model of this process word a decision in slots, which the sheet fills.</summary>
/// <param name="prompts">Builds its messages.</param>
/// <param name="composer">Words what no model words.</param>
/// <param name="served">The variant, model and adapter that answers name.</param>
public abstract class SlotSpeaker(PromptBuilder prompts, ComposerSpeaker composer, SpeakerIdentity served) : IAnswerSpeaker
{
    /// <summary>What answers name as their speaker.</summary>
    protected SpeakerIdentity Served { get; } = served;

    /// <inheritdoc />
    public async Task<SpokenAnswer> SpeakAsync(SpeakingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ReplySlotsBuilder.Build(request.Decision, request.Question) is not { } slots)
        {
            return composer.Speak(request);
        }

        ImmutableArray<ChatMessage> messages = await prompts.BuildAsync(request.Question, slots, cancellationToken).ConfigureAwait(false);

        // All messages but the question are the same for every question of a status.
        var options = new LlamaChatOptions { Adapter = Served.Adapter, SharedMessages = messages.Length - 1, Temperature = 0 };
        string json = await AskAsync(messages, slots, options, request.Tokens, cancellationToken).ConfigureAwait(false);
        return new SpokenAnswer(SlotFiller.Fill(ReplyReader.ReadText(json), slots), Served.Variant, Served.Model, Served.Adapter);
    }

    /// <summary>Asks the model.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="slots">What may and must be said.</param>
    /// <param name="options">Adapter and shared messages; how long the reply may get is still to be set.</param>
    /// <param name="tokens">Is to count the call.</param>
    /// <param name="cancellationToken">Ends the reply.</param>
    /// <returns>Its reply, which should be the internal JSON.</returns>
    protected abstract Task<string> AskAsync(
        ImmutableArray<ChatMessage> messages, ReplySlots slots, LlamaChatOptions options, TokenTally tokens, CancellationToken cancellationToken);
}
