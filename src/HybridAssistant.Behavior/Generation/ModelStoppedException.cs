namespace HybridAssistant.Behavior.Generation;

/// <summary>The model is being shut down; the reply ends where it is.</summary>
public sealed class ModelStoppedException() : GenerationException("The language model is shutting down; no reply is begun or continued.");
