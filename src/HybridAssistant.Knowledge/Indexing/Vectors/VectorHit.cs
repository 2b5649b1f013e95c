namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>A row of a vector scan and its cosine with the query.</summary>
/// <param name="Row">Row of the set, counted from 0.</param>
/// <param name="Score">Cosine, -1 to 1.</param>
internal readonly record struct VectorHit(int Row, float Score);
