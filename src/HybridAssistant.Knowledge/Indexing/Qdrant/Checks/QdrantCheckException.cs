namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>A server does not keep a rule; the message says what was seen instead.</summary>
public sealed class QdrantCheckException(string seen) : KnowledgeIndexException(seen);
