using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Verification;

/// <summary>A place of a text that says something printed.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Pieces">The printed texts that are said there: several where lines print the same.</param>
internal sealed record CoveredSpan(int Start, int Length, ImmutableArray<PrintedPiece> Pieces)
{
    /// <summary>Index behind its last character.</summary>
    public int End => Start + Length;

    /// <summary>The evidence whose piece of a kind is said here.</summary>
    public IEnumerable<int> EvidenceOf(params PrintedKind[] kinds) => Pieces.Where(p => kinds.Contains(p.Kind)).Select(p => p.Evidence);
}
