using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>
/// Finds what a question calls by a name of its own besides products: standards, protocols, materials and makers as their capitals
/// show ("EtherCAT", "NPN", "Tri-Clamp"). A sheet that never prints the name says nothing of the thing.
/// </summary>
internal static class NamedThings
{
    private const int ShortestName = 3;
    private const int FewestCapitals = 2;

    private static readonly FrozenSet<string> Passing = LexiconFile.Read("passing-names.txt")
        .SelectMany(row => row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Indices of the words that are such names.</summary>
    public static ImmutableArray<int> Find(QuestionAnalysis question)
    {
        // Where all is in capitals they tell nothing.
        if (question.Text.Count(char.IsUpper) > question.Text.Count(char.IsLower))
        {
            return [];
        }

        return [.. Enumerable.Range(0, question.Words.Length).Where(i => IsName(question, i))];
    }

    private static bool IsName(QuestionAnalysis question, int index)
    {
        Word word = question.Words[index];
        return word.Typed.Length >= ShortestName
            && word.Typed.All(char.IsLetter)
            && word.Typed.Count(char.IsUpper) >= FewestCapitals
            && !Passing.Contains(word.Text)
            && !StopWords.Contains(word)
            && UnitLexicon.Default.Match(question.Words, index) is null
            && !question.Mentions.Any(m => m.Contains(word.Start));
    }
}
