namespace HybridAssistant.Knowledge.Embedding;

/// <summary>
/// Names the vector space of an embedder: equal fingerprints, comparable vectors. An index keeps it with its vectors.
/// Asked from a generator through <c>GetService</c>.
/// </summary>
/// <param name="Value">Kind of model, vector length and a hash over weights, vocabulary and settings; no path.</param>
public sealed record EmbedderFingerprint(string Value);
