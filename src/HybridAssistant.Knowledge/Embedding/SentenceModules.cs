namespace HybridAssistant.Knowledge.Embedding;

/// <summary>What <c>modules.json</c> puts behind the transformer.</summary>
internal readonly record struct SentenceModules(PoolingMode Pooling, bool Normalize);
