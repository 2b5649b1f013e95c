namespace HybridAssistant.Api.Chat;

/// <summary>The request of POST /v1/chat, for the OpenAPI document; <see cref="ChatRequestReader"/> reads it.</summary>
/// <param name="Message">The question, 1 byte to 8 KB.</param>
/// <param name="History">Earlier turns, oldest first, at most 20. Memory is the client's.</param>
/// <param name="ConversationId">Correlates requests; carries no memory.</param>
/// <param name="Filters">Restricts the answer.</param>
/// <param name="Voice">Name of the voice that words the answer.</param>
internal sealed record ChatRequest(
    string Message,
    IReadOnlyList<ChatRequestTurn>? History,
    string? ConversationId,
    ChatRequestFilters? Filters,
    string? Voice);
