using System.Collections.Immutable;

namespace HybridAssistant.Core.Quantities;

/// <summary>Numbers of a folded text that belong together: a value, range, list, or dimensions.</summary>
/// <param name="Terms">At least one.</param>
internal sealed record QuantityExpression(ImmutableArray<QuantityTerm> Terms)
{
    /// <summary>Index of the first character.</summary>
    public int Start => Terms[0].Start;

    /// <summary>Index behind the last character.</summary>
    public int End => Terms[^1].End;

    /// <summary>The alternatives, each an expression without alternatives.</summary>
    public IEnumerable<QuantityExpression> Alternatives()
    {
        int from = 0;
        for (int i = 1; i <= Terms.Length; i++)
        {
            if (i == Terms.Length || Terms[i].Link == TermLink.Alternative)
            {
                yield return new QuantityExpression(Terms[from..i]);
                from = i;
            }
        }
    }
}
