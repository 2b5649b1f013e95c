using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Tells whether a column that is headed by a range of sizes ("DN 32 to DN 50") holds the size of a question.</summary>
internal static partial class NameRange
{
    /// <summary>Null where the heading is no range, or the question names no such size.</summary>
    public static bool? Holds(string heading, QuestionAnalysis question)
    {
        if (question.Quantities.IsEmpty || !To().IsMatch(heading))
        {
            return null;
        }

        ImmutableArray<Quantity> ends = QuantitySearch.Find(WordSplitter.Split(heading), UnitLexicon.Default);
        if (ends is not [{ Kind.Length: > 0 } first, { } last] || last.Kind != first.Kind)
        {
            return null;
        }

        Quantity[] asked = [.. question.Quantities.Where(q => q.Kind == first.Kind)];
        return asked.Length == 0 ? null : asked.Any(q => first.Base <= q.Base && q.Base <= last.Base);
    }

    [GeneratedRegex(@"\s(?:to|–)\s|…", RegexOptions.CultureInvariant)]
    private static partial Regex To();
}
