namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>Names of the vectors of a collection.</summary>
internal static class VectorName
{
    /// <summary>The embedding model's vector of a fact or passage.</summary>
    public const string Dense = "dense";

    /// <summary>Words of a fact. A server counts what is rare by vector: facts and passages each have their own, as they have text tables.</summary>
    public const string FactText = "fact_text";

    /// <summary>Words of a passage.</summary>
    public const string PassageText = "passage_text";
}
