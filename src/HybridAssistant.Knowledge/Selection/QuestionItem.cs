using HybridAssistant.Knowledge.Questions;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Something of the question that a product may have: a quantity, a code, a word.</summary>
/// <param name="Stem">The word, or the number in invariant form.</param>
/// <param name="Quantity">The quantity; null for a word.</param>
/// <param name="Weight">How much it counts: quantities and codes 1, words less.</param>
/// <param name="IsIdentifying">Whether the answer is doubtful where nothing has it: quantities and codes.</param>
internal readonly record struct QuestionItem(string Stem, Quantity? Quantity, double Weight, bool IsIdentifying);
