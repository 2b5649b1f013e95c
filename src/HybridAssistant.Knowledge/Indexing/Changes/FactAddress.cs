using System.Text;
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
        new(Fold(fact.Product), Fold(fact.Section), Fold(fact.Attribute), Fold(fact.Condition));

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || c is '+' or '-' or '−' or '±' or '<' or '>' or '≤' or '≥')
            {
                folded.Append(char.ToUpperInvariant(c));
            }
        }

        return folded.ToString();
    }
}
