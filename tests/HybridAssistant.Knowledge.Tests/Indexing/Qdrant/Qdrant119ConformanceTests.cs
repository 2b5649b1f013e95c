using HybridAssistant.Knowledge.Indexing.Qdrant;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

public sealed class Qdrant119ConformanceTests() : QdrantDoubleConformanceTests("1.19.0", QdrantFusion.Lanes);
