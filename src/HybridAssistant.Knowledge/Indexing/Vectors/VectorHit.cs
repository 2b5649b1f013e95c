namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>A row of a vector scan and its dot product with the query.</summary>
/// <param name="Row">Row of the set, counted from 0.</param>
/// <param name="Score">Dot product; the cosine, -1 to 1, between unit vectors.</param>
internal readonly record struct VectorHit(int Row, float Score);
