namespace HybridAssistant.Knowledge.Indexing.Vectors;

/// <summary>A row and the score that it has at most.</summary>
internal readonly record struct Candidate(int Row, float AtMost);
