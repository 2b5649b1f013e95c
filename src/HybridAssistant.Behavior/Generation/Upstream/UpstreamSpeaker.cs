using System.Text.Json;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Grounding.Slots;
using HybridAssistant.Behavior.Prompting;
using HybridAssistant.Core.Answers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior.Generation.Upstream;

/// <summary>
/// Has an upstream model word a decision. It writes values itself, so nothing of it leaves before the gate checked it. Where
/// nothing was found it is not asked: all that it could add would be from its memory.
/// </summary>
/// <param name="client">The upstream; fails with <see cref="UpstreamException"/>.</param>
/// <param name="prompts">Builds its messages.</param>
/// <param name="composer">Words what no model words.</param>
/// <param name="options">Settings.</param>
/// <param name="logger">Hears of a server without JSON Schema.</param>
public sealed class UpstreamSpeaker(
    IChatClient client, UpstreamPromptBuilder prompts, ComposerSpeaker composer, UpstreamOptions options, ILogger logger) : IAnswerSpeaker
{
    /// <summary>What answers name as their variant.</summary>
    public const string Variant = "upstream";

    private static readonly ChatResponseFormat AnswerFormat = ChatResponseFormat.ForJsonSchema(
        JsonElement.Parse("""{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"],"additionalProperties":false}"""),
        "worded_answer", "The wording of an answer.");

    private readonly SpeakerIdentity _served = new(Variant, options.Model, string.IsNullOrWhiteSpace(options.Adapter) ? null : options.Adapter);
    private volatile bool _refusesSchema;

    /// <inheritdoc />
    /// <exception cref="UpstreamException">The upstream gave no usable reply.</exception>
    public async Task<SpokenAnswer> SpeakAsync(SpeakingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Decision.Status is AnswerStatus.NotFound or AnswerStatus.Refused
            || ReplySlotsBuilder.Build(request.Decision, request.Question) is not { } slots)
        {
            return composer.Speak(request);
        }

        bool isList = slots.Statements.IsEmpty && slots.Appendix.Length > 0;
        IReadOnlyList<ChatMessage> messages = await prompts.BuildAsync(request.Question, request.Decision, isList, cancellationToken).ConfigureAwait(false);
        string said = UpstreamReply.ReadAnswer(await AskAsync(messages, request.Tokens, cancellationToken).ConfigureAwait(false));
        string text = request.Decision.Status == AnswerStatus.Clarify
            ? AskedBack.Check(said, request.Decision.Choices)
            : isList ? said : SaidConditions.Complete(said, SpokenFact.AllOf(request.Decision));
        return new SpokenAnswer(slots.Appendix.Length == 0 ? text : $"{text} {slots.Appendix}", _served.Variant, _served.Model, _served.Adapter);
    }

    private async Task<string> AskAsync(IReadOnlyList<ChatMessage> messages, TokenTally tokens, CancellationToken cancellationToken)
    {
        bool withSchema = options.JsonSchema == JsonSchemaUse.On || (options.JsonSchema == JsonSchemaUse.Auto && !_refusesSchema);
        try
        {
            return await AskAsync(messages, withSchema, tokens, cancellationToken).ConfigureAwait(false);
        }
        catch (UpstreamException e) when (withSchema && options.JsonSchema == JsonSchemaUse.Auto && e.Status is 400 or 422 or 501)
        {
            string reply = await AskAsync(messages, withSchema: false, tokens, cancellationToken).ConfigureAwait(false);

            // Remembered only now: the request may have been refused for another reason.
            _refusesSchema = true;
            Log.SchemaRefused(logger, options.Endpoint, e.Status.Value);
            return reply;
        }
    }

    private async Task<string> AskAsync(IReadOnlyList<ChatMessage> messages, bool withSchema, TokenTally tokens, CancellationToken cancellationToken)
    {
        ChatResponse response = await tokens.CountAsync(
            client.GetResponseAsync(messages, OptionsOf(withSchema), cancellationToken)).ConfigureAwait(false);
        return response.Text;
    }

    private ChatOptions OptionsOf(bool withSchema) => new()
    {
        Temperature = options.Temperature < 0 ? null : options.Temperature,
        MaxOutputTokens = options.MaxTokens,
        ResponseFormat = withSchema ? AnswerFormat : null,
        AdditionalProperties = withSchema ? new() { ["strict"] = true } : null,
    };
}
