namespace HybridAssistant.Api.OpenAi;

/// <summary>The body of an error in OpenAI's form.</summary>
internal sealed record OpenAiError(OpenAiErrorDetail Error);
