using System.Text.RegularExpressions;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Behavior.Verification;

/// <summary>Whether every chosen value is said, each with its own product, attribute and unit.</summary>
internal static partial class AttributionCheck
{
    /// <summary>The faults.</summary>
    public static IEnumerable<VerificationFault> Find(string text, PrintedCover cover, Decision decision)
    {
        bool severalProducts = decision.Evidence.Select(e => NameOf(e, decision)).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;
        bool severalAttributes = decision.Evidence.Select(e => e.Fact?.Attribute).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;
        var said = new HashSet<int>();
        int[] times = new int[decision.Evidence.Length];
        CoveredSpan? product = null;
        CoveredSpan? attribute = null;
        foreach (CoveredSpan span in cover.Spans)
        {
            int[] values = [.. span.EvidenceOf(PrintedKind.Value, PrintedKind.BareValue)];
            if (values.Length == 0)
            {
                product = span.EvidenceOf(PrintedKind.Product).Any() ? span : product;
                attribute = span.EvidenceOf(PrintedKind.Attribute).Any() ? span : attribute;
                continue;
            }

            int[] fitting = [.. values.Where(v => Fits(v, severalProducts, product, PrintedKind.Product) && Fits(v, severalAttributes, attribute, PrintedKind.Attribute))];
            bool hasOtherUnit = IsBareNumber(span, decision) && UnitBehind(text, cover, span.End) is { } unit
                && !fitting.Any(v => decision.Evidence[v].Fact?.Unit == unit);
            if (fitting.Length == 0 || hasOtherUnit || IsOnceTooOften(span, fitting, times))
            {
                yield return new VerificationFault(VerificationFaultKind.Misattributed, text.Substring(span.Start, span.Length), span.Start);
            }
            else
            {
                said.UnionWith(fitting);
            }
        }

        for (int i = 0; i < decision.Evidence.Length; i++)
        {
            if (!said.Contains(i) && !IsSaidWithin(i, said, decision))
            {
                yield return new VerificationFault(VerificationFaultKind.MissingValue, ValueOf(decision.Evidence[i]), -1);
            }
        }
    }

    // Of a number without a unit a unit makes another value as well: of "3" contacts "3 mm".
    private static bool IsBareNumber(CoveredSpan span, Decision decision) =>
        span.Pieces.All(p => p.Kind != PrintedKind.Value || decision.Evidence[p.Evidence].Fact is { Unit.Length: 0, Value: [.., >= '0' and <= '9'] });

    // A value that was said already is taken for something else: "it has 3 contacts and ships in 3 days".
    private static bool IsOnceTooOften(CoveredSpan span, int[] fitting, int[] times)
    {
        if (span.Pieces.Any(p => p.Kind is not (PrintedKind.Value or PrintedKind.BareValue)))
        {
            return false;
        }

        int rarest = fitting.MinBy(v => times[v]);
        return ++times[rarest] > 1;
    }

    // Several products: the one named last must be the value's own; one product need not be named.
    private static bool Fits(int value, bool isOneOfSeveral, CoveredSpan? named, PrintedKind kind) =>
        !isOneOfSeveral || (named is not null && named.EvidenceOf(kind).Contains(value));

    // A quote behind facts may be the sentence that a value was taken from.
    private static bool IsSaidWithin(int index, HashSet<int> said, Decision decision) =>
        decision.Evidence[index].Fact is null && said.Any(s => decision.Evidence[s].Fact is not null);

    /// <summary>What a value is of: its product, or its sheet where none is printed.</summary>
    public static string NameOf(Evidence evidence, Decision decision) =>
        evidence.Fact?.Product is { Length: > 0 } product ? product
        : evidence.Fact is { } fact && SpokenLabel.Of(fact, evidence.Title).Model is { Length: > 0 } model ? model
        : decision.Subject.Length > 0 ? decision.Subject
        : evidence.Title;

    private static string ValueOf(Evidence evidence) =>
        evidence.Fact is { } fact ? (fact.Unit.Length > 0 ? $"{fact.Value} {fact.Unit}" : fact.Value) : evidence.Quote;

    private static string? UnitBehind(string text, PrintedCover cover, int end)
    {
        Group next = NextWord().Match(text, end).Groups[1];
        string word = next.Value;
        return next.Success && !cover.Covers(next.Index) && word != "at" && UnitTable.Default.Find(word) is not null ? word : null;
    }

    [GeneratedRegex(@"\G[\s\-–(\[]{0,4}([^\s.,;:!?()\[\]]+)")]
    private static partial Regex NextWord();
}
