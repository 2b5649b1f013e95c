namespace HybridAssistant.Documents.Rendering;

/// <summary>A page could not be drawn. The message says why and what to do.</summary>
public sealed class RenderingException(string message, Exception? inner = null) : Exception(message, inner);
