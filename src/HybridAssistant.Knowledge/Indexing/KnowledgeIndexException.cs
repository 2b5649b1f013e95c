namespace HybridAssistant.Knowledge.Indexing;

/// <summary>The index cannot be used as it is; the message says why and which command mends it.</summary>
public class KnowledgeIndexException : Exception
{
    /// <summary>An exception with its message.</summary>
    public KnowledgeIndexException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its message and cause.</summary>
    public KnowledgeIndexException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
