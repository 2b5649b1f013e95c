namespace HybridAssistant.Answering;

/// <summary>A question as the embedding model sees it.</summary>
/// <param name="Whole">The whole question; empty without an embedder.</param>
/// <param name="Asked">What is asked, without the products named; empty without an embedder.</param>
internal readonly record struct QuestionVectors(ReadOnlyMemory<float> Whole, ReadOnlyMemory<float> Asked);
