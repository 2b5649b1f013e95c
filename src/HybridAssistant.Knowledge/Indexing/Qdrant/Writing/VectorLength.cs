namespace HybridAssistant.Knowledge.Indexing.Qdrant.Writing;

/// <summary>Length of the vectors of a sheet.</summary>
internal static class VectorLength
{
    /// <summary>Their length; null: the sheet has none.</summary>
    public static int? Of(IndexedSheet indexed) => indexed.FactVectors.Concat(indexed.PassageVectors)
        .Where(vector => !vector.IsEmpty).Select(vector => (int?)vector.Length).FirstOrDefault();
}
