using System.Collections.Immutable;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Verification;

/// <summary>
/// Whether values that one attribute has under several conditions are each said under their own: "3.15 m³/min (at 7.5 bar)" must
/// not become that of 10 bar.
/// </summary>
internal static class ConditionCheck
{
    /// <summary>The faults: values that stand beside another's condition, or beside none where they have one.</summary>
    public static IEnumerable<VerificationFault> Find(string text, PrintedCover cover, Decision decision)
    {
        if (!HasSeveral(decision))
        {
            return [];
        }

        ImmutableArray<CoveredSpan> said = [.. cover.Spans.Where(s => IsValue(s) || IsCondition(s))];
        int[] values = [.. Enumerable.Range(0, said.Length).Where(i => IsValue(said[i]) && said[i].Pieces.Any(p => IsFact(p, decision)))];

        // A text has its conditions behind its values or before them, all alike: "at 7.5 bar 3.15, at 10 bar 2.65".
        int[] strays = [.. values.Where(i => !Fits(said[i], Behind(said, i), decision))];
        return strays.Length == 0 || values.All(i => Fits(said[i], Before(said, i), decision))
            ? []
            : strays.Select(i => new VerificationFault(VerificationFaultKind.Misattributed, text.Substring(said[i].Start, said[i].Length), said[i].Start));
    }

    private static bool HasSeveral(Decision decision) => decision.Evidence.Where(e => e.Fact is not null)
        .GroupBy(e => (AttributionCheck.NameOf(e, decision), e.Fact!.Attribute))
        .Any(same => same.Select(e => e.Fact!.Condition).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1);

    private static bool Fits(CoveredSpan value, CoveredSpan? condition, Decision decision)
    {
        IEnumerable<int> facts = value.Pieces.Where(p => IsFact(p, decision)).Select(p => p.Evidence);
        return condition is null
            ? facts.Any(i => decision.Evidence[i].Fact!.Condition.Length == 0)
            : facts.Intersect(condition.EvidenceOf(PrintedKind.Condition)).Any();
    }

    private static CoveredSpan? Behind(ImmutableArray<CoveredSpan> said, int value) =>
        value + 1 < said.Length && !IsValue(said[value + 1]) ? said[value + 1] : null;

    private static CoveredSpan? Before(ImmutableArray<CoveredSpan> said, int value) =>
        value > 0 && !IsValue(said[value - 1]) ? said[value - 1] : null;

    private static bool IsFact(PrintedPiece piece, Decision decision) =>
        piece.Kind is PrintedKind.Value or PrintedKind.BareValue && decision.Evidence[piece.Evidence].Fact is not null;

    private static bool IsValue(CoveredSpan span) => span.EvidenceOf(PrintedKind.Value, PrintedKind.BareValue).Any();

    private static bool IsCondition(CoveredSpan span) => span.EvidenceOf(PrintedKind.Condition).Any();
}
