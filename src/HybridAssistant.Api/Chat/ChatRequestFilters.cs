namespace HybridAssistant.Api.Chat;

/// <summary>What a chat request restricts its answer to.</summary>
/// <param name="Product">A model.</param>
/// <param name="Document">A file name.</param>
internal sealed record ChatRequestFilters(string? Product, string? Document);
