using System.Text;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Changes;

/// <summary>Where on a sheet a fact stands, in words: what stays the same when a value is revised.</summary>
/// <param name="Product">Folded product.</param>
/// <param name="Section">Folded section.</param>
/// <param name="Attribute">Folded attribute.</param>
/// <param name="Condition">Folded condition.</param>
internal readonly record struct FactAddress(string Product, string Section, string Attribute, string Condition)
{
    /// <summary>The address of a fact. Case, spacing and punctuation do not tell addresses apart.</summary>
    public static FactAddress Of(Fact fact) =>
        new(CodeNormalizer.Normalize(fact.Product), Fold(fact.Section), Fold(fact.Attribute), Fold(fact.Condition));

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) || text[i] is '±' or '<' or '>' or '≤' or '≥' || IsSign(text, i))
            {
                folded.Append(char.ToUpperInvariant(text[i]));
            }
        }

        return folded.ToString();
    }

    // "at -20 °C" and "at 20 °C" are two conditions; "self-priming" and "self priming" are one.
    private static bool IsSign(string text, int at) =>
        text[at] is '-' or '−' or '+'
        && at + 1 < text.Length && char.IsDigit(text[at + 1])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
}
