namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>An attribute that a word of degree speaks of.</summary>
/// <param name="Name">Name in the lexicon of attributes.</param>
/// <param name="IsOtherEnd">Whether it means the other end there: the fastest has the least response time.</param>
internal readonly record struct DegreeAttribute(string Name, bool IsOtherEnd);
