using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>A language model in this process as a chat client. <see cref="LlamaChatOptions"/> carry constraint and adapter.</summary>
public sealed class LlamaChatClient : IChatClient
{
    private readonly LlamaEngine _engine;
    private readonly ChatPromptEncoder _encoder;
    private readonly ChatClientMetadata _metadata;

    /// <summary>A client of an engine, which it leaves running when it is disposed.</summary>
    /// <exception cref="LanguageModelException">The model's chat template is not known.</exception>
    public LlamaChatClient(LlamaEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _encoder = new ChatPromptEncoder(engine.Model, engine.Options.Template);
        _metadata = new ChatClientMetadata("llama.cpp", providerUri: null, engine.Model.Name);
    }

    /// <inheritdoc />
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    /// <exception cref="GenerationException">The model gives no reply, or none in time.</exception>
    /// <exception cref="NotSupportedException">The options ask for tools, stop sequences or a format without a constraint.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        GenerationRequest request = Request([.. messages], options);
        using var deadline = new Deadline(TimeSpan.FromMilliseconds(_engine.Options.TimeoutMilliseconds), _engine.Time, cancellationToken);
        ReplyStream generation = _engine.Start(request, deadline.Token);
        Decoder utf8 = Encoding.UTF8.GetDecoder();
        await using IAsyncEnumerator<GeneratedToken> tokens = generation.ReadAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        while (await deadline.WatchAsync(tokens.MoveNextAsync()))
        {
            if (Text(utf8, _engine.Model.Vocabulary.BytesOf(tokens.Current.Id), flush: false) is { Length: > 0 } piece)
            {
                yield return Update(new TextContent(piece));
            }
        }

        if (Text(utf8, [], flush: true) is { Length: > 0 } rest)
        {
            yield return Update(new TextContent(rest));
        }

        yield return Last(generation.Result);
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(_engine) ? _engine
            : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // The engine serves other clients, too.
    }

    private static string Text(Decoder utf8, ReadOnlySpan<byte> bytes, bool flush)
    {
        Span<char> chars = stackalloc char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        return new string(chars[..utf8.GetChars(bytes, chars, flush)]);
    }

    private GenerationRequest Request(ChatMessage[] messages, ChatOptions? options)
    {
        var own = options as LlamaChatOptions;
        Refuse(options is { Tools.Count: > 0 }, "calls no tools");
        Refuse(options is { StopSequences.Count: > 0 }, "knows no stop sequences");
        Refuse(options?.ResponseFormat is ChatResponseFormatJson && own?.Constraint is null, "needs LlamaChatOptions.Constraint for a response format");
        GenerationOptions defaults = _engine.Options;
        int shared = own?.SharedMessages ?? messages.TakeWhile(message => message.Role == ChatRole.System).Count();
        ChatPrompt prompt = _encoder.Encode(messages, Math.Clamp(shared, 0, messages.Length));
        return new GenerationRequest
        {
            Shared = prompt.Shared,
            Prompt = prompt.Rest,
            Constraint = own?.Constraint,
            Adapter = own?.Adapter,
            MaxTokens = Math.Min(options?.MaxOutputTokens ?? defaults.MaxOutputTokens, defaults.MaxOutputTokens),
            Sampling = new SamplingSettings(
                options?.Temperature ?? defaults.Temperature,
                options?.TopK ?? defaults.TopK,
                options?.TopP ?? defaults.TopP,
                options?.Seed?.GetHashCode() ?? defaults.Seed),
        };
    }

    private static void Refuse(bool refused, string why)
    {
        if (refused)
        {
            throw new NotSupportedException($"The language model in this process {why}.");
        }
    }

    private ChatResponseUpdate Update(AIContent content) => new(ChatRole.Assistant, [content]) { ModelId = _engine.Model.Name };

    private ChatResponseUpdate Last(GenerationResult result)
    {
        ChatResponseUpdate update = Update(new UsageContent(new UsageDetails
        {
            InputTokenCount = result.PromptTokens,
            CachedInputTokenCount = result.SharedTokens,
            OutputTokenCount = result.OutputTokens,
            TotalTokenCount = result.PromptTokens + result.OutputTokens,
            AdditionalCounts = new() { ["ForcedTokens"] = result.ForcedTokens, ["Decodes"] = result.Steps },
        }));
        update.FinishReason = result.Reason == StopReason.Length ? ChatFinishReason.Length : ChatFinishReason.Stop;
        return update;
    }
}
