using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HybridAssistant.Api.Security.Signing;
using HybridAssistant.Contract;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Serving;

namespace HybridAssistant.Api.Chat;

/// <summary>A response as server-sent events: `facts`, then `delta` sentence by sentence, then `done`.</summary>
internal static class ChatStream
{
    /// <summary>
    /// Asks, and returns the events as soon as the first one is known: what is decided does not wait for its wording. What fails
    /// before that is thrown, so that it can still be answered by a problem.
    /// </summary>
    public static async Task<IAsyncEnumerable<SseItem<string>>> OpenAsync(
        IQuestionAnswerer answerer, ResponseSigner signer, Question question, CancellationToken cancellationToken)
    {
        PendingAnswer pending = await PendingAnswer.StartAsync(answerer, question, cancellationToken);
        return EventsAsync(pending, response => signer.Sign(response, question.Message), cancellationToken);
    }

    // Nothing of the text leaves before all of it has been verified.
    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        PendingAnswer pending,
        Func<ChatResponse, ChatResponse> sign,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Answer decided = pending.Decided;
        yield return Event(
            "facts",
            new ChatFactsEvent(
                decided.Id,
                decided.ConversationId,
                decided.Status,
                decided.Facts,
                decided.Derived,
                decided.Choices,
                decided.Citations,
                decided.Confidence),
            ContractJson.Readable.ChatFactsEvent);

        Answer answer = await pending.WordedAsync();
        foreach (string sentence in AnswerSentences.Split(answer.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Event("delta", new ChatDeltaEvent(sentence), ContractJson.Readable.ChatDeltaEvent);
            await Task.Yield();
        }

        yield return Event("done", sign(ChatResponse.Of(answer)), ContractJson.Readable.ChatResponse);
    }

    private static SseItem<string> Event<T>(string name, T data, JsonTypeInfo<T> type) =>
        new(JsonSerializer.Serialize(data, type), name);
}
