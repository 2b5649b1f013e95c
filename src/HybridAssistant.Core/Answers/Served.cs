namespace HybridAssistant.Core.Answers;

/// <summary>What served an answer.</summary>
/// <param name="Variant">composer, or the name of the voice.</param>
/// <param name="Model">Language model; null for the composer.</param>
/// <param name="Adapter">LoRA adapter; null where none is used.</param>
/// <param name="IndexVersion">Version of the index that was read.</param>
public sealed record Served(string Variant, string? Model, string? Adapter, string IndexVersion);
