namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>What a finished reply took.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="PromptTokens">Tokens of the prompt, shared ones included.</param>
/// <param name="SharedTokens">Of these, tokens that were in memory already.</param>
/// <param name="OutputTokens">Tokens of the reply.</param>
/// <param name="ForcedTokens">Of these, tokens that the constraint forced.</param>
/// <param name="Steps">Decodes that worked on this reply or its prompt.</param>
internal sealed record GenerationResult(
    StopReason Reason, int PromptTokens, int SharedTokens, int OutputTokens, int ForcedTokens, int Steps);
