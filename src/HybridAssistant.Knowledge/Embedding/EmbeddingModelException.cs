namespace HybridAssistant.Knowledge.Embedding;

/// <summary>An embedding model that is missing, damaged, of an unsupported kind, or that cannot run where it was told to.</summary>
/// <param name="message">What, where, found against allowed, and what to do.</param>
/// <param name="path">Folder or file that the message is about.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class EmbeddingModelException(string message, string path, Exception? innerException = null)
    : KnowledgeException(message, innerException)
{
    /// <summary>Folder or file that the message is about.</summary>
    public string Path { get; } = path;
}
