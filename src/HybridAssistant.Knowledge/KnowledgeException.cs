namespace HybridAssistant.Knowledge;

/// <summary>A model or an index that cannot be used as it is: what, where, and what to do next.</summary>
public abstract class KnowledgeException(string message, Exception? innerException = null)
    : Exception(message, innerException);
