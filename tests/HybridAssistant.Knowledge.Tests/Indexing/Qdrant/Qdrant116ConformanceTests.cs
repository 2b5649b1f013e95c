using HybridAssistant.Knowledge.Indexing.Qdrant;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

public sealed class Qdrant116ConformanceTests() : QdrantDoubleConformanceTests("1.16.0", QdrantFusion.Server);
