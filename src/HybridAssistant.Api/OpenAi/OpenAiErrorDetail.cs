namespace HybridAssistant.Api.OpenAi;

/// <summary>What is wrong, as OpenAI's clients read it.</summary>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Type">OpenAI's kind of error: "invalid_request_error", "requests", "server_error".</param>
/// <param name="Param">The field of the request; null where it is not one field.</param>
/// <param name="Code">OpenAI's code, such as "unsupported_parameter"; null where it has none.</param>
internal sealed record OpenAiErrorDetail(string Message, string Type, string? Param, string? Code);
