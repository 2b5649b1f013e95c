namespace HybridAssistant.Knowledge.Embedding;

/// <summary>How the vectors of a text's tokens become the vector of the text, as <c>1_Pooling/config.json</c> says.</summary>
internal enum PoolingMode
{
    Cls,
    Mean,
    Max,
    MeanSqrtLength,
}
