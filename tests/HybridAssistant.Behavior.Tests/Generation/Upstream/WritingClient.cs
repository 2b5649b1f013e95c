using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Behavior.Tests.Generation.Upstream;

/// <summary>A chat client that writes what it is told to, in the JSON that an upstream is asked for.</summary>
internal sealed class WritingClient : IChatClient
{
    public string Answer { get; set; } = "";

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, JsonSerializer.Serialize(new { answer = Answer }))));

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
