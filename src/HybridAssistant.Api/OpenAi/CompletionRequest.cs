using HybridAssistant.Core.Questions;

namespace HybridAssistant.Api.OpenAi;

/// <summary>What a request for a completion asks for.</summary>
/// <param name="Model">The model to word the answer.</param>
/// <param name="Question">The last user message, with the turns before it.</param>
/// <param name="IsStreamed">Whether the answer comes as events.</param>
/// <param name="WithUsage">Whether the events end with the usage.</param>
/// <param name="AsJson">Whether the content is the response of /v1/chat as JSON instead of the answer's text.</param>
internal sealed record CompletionRequest(string Model, Question Question, bool IsStreamed, bool WithUsage, bool AsJson);
