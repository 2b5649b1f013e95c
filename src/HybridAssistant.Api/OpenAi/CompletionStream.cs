using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HybridAssistant.Contract;
using HybridAssistant.Core.Answers;
using HybridAssistant.Serving;

namespace HybridAssistant.Api.OpenAi;

/// <summary>
/// A completion as events: the role as soon as it is decided what is answered, then the verified text sentence by sentence, then
/// the end with the whole response in our extension, then the usage where it was asked for.
/// </summary>
internal static class CompletionStream
{
    private const string End = "[DONE]";

    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        CompletionForm form, PendingAnswer pending, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return Event(form.Chunk(pending.Decided, new CompletionDelta("assistant", ""), null));
        Answer answer = await pending.WordedAsync();
        ChatResponse response = form.Response(answer);
        foreach (string piece in form.Request.AsJson ? [form.Content(response)] : AnswerSentences.Split(answer.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Event(form.Chunk(answer, new CompletionDelta(null, piece), null));
            await Task.Yield();
        }

        CompletionChunk last = form.Chunk(answer, new CompletionDelta(null, null), CompletionForm.FinishReason);
        yield return Event(last with { Hybrid = CompletionForm.Extension(response) });
        if (form.Request.WithUsage && CompletionUsage.Of(answer.Usage) is { } usage)
        {
            yield return Event(last with { Choices = [], Usage = usage });
        }

        yield return new SseItem<string>(End);
    }

    private static SseItem<string> Event(CompletionChunk chunk) => new(JsonSerializer.Serialize(chunk, OpenAiJson.Readable.CompletionChunk));
}
