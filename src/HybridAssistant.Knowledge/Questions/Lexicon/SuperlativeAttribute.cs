namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>An attribute that a superlative speaks of.</summary>
/// <param name="Name">Name in the lexicon of attributes.</param>
/// <param name="IsOtherEnd">Whether it means the other end there: the fastest has the least response time.</param>
internal readonly record struct SuperlativeAttribute(string Name, bool IsOtherEnd);
