using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HybridAssistant.Contract;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Api.Chat;

/// <summary>A response as server-sent events: `facts`, then `delta` sentence by sentence, then `done`.</summary>
internal static class ChatStream
{
    /// <summary>The events of an answer. All of it has been verified before the first one leaves.</summary>
    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        Answer answer, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return Event(
            "facts",
            new ChatFactsEvent(
                answer.Id,
                answer.ConversationId,
                answer.Status,
                answer.Facts,
                answer.Derived,
                answer.Choices,
                answer.Citations,
                answer.Confidence),
            ContractJson.Readable.ChatFactsEvent);

        foreach (string sentence in AnswerSentences.Split(answer.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Event("delta", new ChatDeltaEvent(sentence), ContractJson.Readable.ChatDeltaEvent);
            await Task.Yield();
        }

        yield return Event("done", ChatResponse.Of(answer), ContractJson.Readable.ChatResponse);
    }

    private static SseItem<string> Event<T>(string name, T data, JsonTypeInfo<T> type) =>
        new(JsonSerializer.Serialize(data, type), name);
}
