namespace HybridAssistant.Knowledge.Questions.Kinds;

/// <summary>A kind of product that a text names.</summary>
/// <param name="Kind">Its place in the lexicon.</param>
/// <param name="From">Index of its first word.</param>
/// <param name="Count">Its words.</param>
internal readonly record struct KindMention(int Kind, int From, int Count);
