namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>A token of a reply.</summary>
/// <param name="Id">Its number in the vocabulary.</param>
/// <param name="Forced">Whether the constraint forced it, so that the model was not asked.</param>
internal readonly record struct GeneratedToken(int Id, bool Forced);
