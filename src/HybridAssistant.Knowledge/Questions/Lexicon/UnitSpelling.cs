namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>A unit as a run of words: a match of <see cref="UnitLexicon"/>.</summary>
/// <param name="Kind">Quantity kind, the UnitsNet name.</param>
/// <param name="Unit">Canonical unit.</param>
/// <param name="WordCount">How many words spell it.</param>
/// <param name="IsOrdinaryWord">Whether the spelling is also an everyday word or letter ("in", "a"): a unit only behind a number.</param>
internal readonly record struct UnitSpelling(string Kind, string Unit, int WordCount, bool IsOrdinaryWord);
