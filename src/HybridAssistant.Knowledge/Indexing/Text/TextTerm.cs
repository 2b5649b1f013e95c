using System.Globalization;
using System.Text;

namespace HybridAssistant.Knowledge.Indexing.Text;

/// <summary>
/// A term as SQLite's FTS5 stores it under "porter unicode61 remove_diacritics 2": lower-case, Latin letters without their
/// marks, stemmed. An index without FTS5 stores the same, so that the same lines are found.
/// </summary>
internal static class TextTerm
{
    /// <summary>The stored form of a term that <see cref="LineTokenizer"/> or <see cref="CodeForms"/> cut.</summary>
    public static string Of(string term) => PorterStemmer.Stem(Fold(term));

    private static string Fold(string term)
    {
        if (Ascii.IsValid(term))
        {
            return term.ToLowerInvariant();
        }

        var folded = new StringBuilder(term.Length);
        foreach (char c in term)
        {
            folded.Append(WithoutMarks(char.ToLowerInvariant(c)));
        }

        return folded.ToString();
    }

    // FTS5 takes marks off Latin letters only.
    private static char WithoutMarks(char c)
    {
        if (char.IsAscii(c) || c == 'ς')
        {
            return c == 'ς' ? 'σ' : c;
        }

        string parts = c.ToString().Normalize(NormalizationForm.FormD);
        return char.IsAsciiLetter(parts[0]) && parts.Skip(1).All(part => char.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark)
            ? char.ToLowerInvariant(parts[0])
            : c;
    }
}
