using System.Collections.Immutable;

namespace HybridAssistant.Core.Quantities;

/// <summary>Reads the longest expression of numbers and units that begins at a place of a folded text.</summary>
internal sealed class QuantityExpressionReader(UnitTable units, ComparatorTable comparators)
{
    private static readonly (string Text, TermLink Link)[] Links =
    [
        ("...", TermLink.Range), ("..", TermLink.Range), ("~", TermLink.Range), ("-", TermLink.Range),
        ("to", TermLink.Range), ("bis", TermLink.Range), ("through", TermLink.Range), ("thru", TermLink.Range),
        ("+/-", TermLink.Tolerance), ("+-", TermLink.Tolerance), ("±", TermLink.Tolerance),
        ("x", TermLink.Times), ("X", TermLink.Times), ("·", TermLink.Times), ("by", TermLink.Times),
        ("/", TermLink.Alternative), (",", TermLink.Alternative), (";", TermLink.Alternative), ("|", TermLink.Alternative),
        ("or", TermLink.Alternative), ("and", TermLink.Alternative), ("oder", TermLink.Alternative), ("und", TermLink.Alternative),
    ];

    /// <summary>The expression at <paramref name="start"/>; null where no number begins there.</summary>
    public QuantityExpression? ReadAt(string folded, int start)
    {
        if (ReadTerm(folded, start, TermLink.First) is not { } first)
        {
            return null;
        }

        var terms = ImmutableArray.CreateBuilder<QuantityTerm>();
        terms.Add(first);
        while (ReadNext(folded, terms[^1]) is { } next)
        {
            terms.Add(next);
        }

        return new QuantityExpression(terms.ToImmutable());
    }

    private QuantityTerm? ReadNext(string folded, QuantityTerm last)
    {
        int at = SkipBlanks(folded, last.End);
        foreach ((string text, TermLink link) in Links)
        {
            if (string.CompareOrdinal(folded, at, text, 0, text.Length) != 0
                && !(char.IsLetter(text[0]) && text.Length > 1 && string.Compare(folded, at, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0))
            {
                continue;
            }

            // A second range begins another expression: "from 36-75 V to 12 V".
            if (link is (TermLink.Range or TermLink.Tolerance) && last.Link is (TermLink.Range or TermLink.Tolerance))
            {
                continue;
            }

            int behind = at + text.Length;
            if (char.IsLetter(text[0]) && text.Length > 1 && behind < folded.Length && char.IsLetter(folded[behind]))
            {
                continue;
            }

            // "2N-2412" is a code: a range would print its unit at the end, or at both.
            if (ReadTerm(folded, SkipBlanks(folded, behind), link) is { } term
                && !(text == "-" && at == last.End && last.Unit is not null && term.Unit is null))
            {
                return term;
            }
        }

        return null;
    }

    private QuantityTerm? ReadTerm(string folded, int start, TermLink link)
    {
        int at = start;
        Comparator comparator = Comparator.None;
        while (comparators.Match(folded, at, before: true) is { } before)
        {
            comparator = comparator == Comparator.None ? before.Role : comparator;
            at = SkipBlanks(folded, before.End);
            if (at < folded.Length && folded[at] is ':')
            {
                at = SkipBlanks(folded, at + 1);
            }
        }

        bool plusMinus = false;
        foreach (string sign in (ReadOnlySpan<string>)["±", "+/-", "+-"])
        {
            if (string.CompareOrdinal(folded, at, sign, 0, sign.Length) == 0)
            {
                plusMinus = true;
                at = SkipBlanks(folded, at + sign.Length);
                break;
            }
        }

        if (NumberReader.ReadAt(folded, at) is not { } number)
        {
            return null;
        }

        (UnitMatch? unit, int unitStart) = ReadUnit(folded, number.End);
        int unitEnd = unit?.End ?? number.End;
        if (unit is null && unitEnd < folded.Length && (char.IsLetterOrDigit(folded[unitEnd]) && !IsTimes(folded, unitEnd)))
        {
            return null; // "12a4", "100BASE": the digits are part of a word.
        }

        int end = unitEnd;
        if (comparators.Match(folded, SkipBlanks(folded, unitEnd), before: false) is { } after && (unit is not null || comparator == Comparator.None))
        {
            comparator = comparator == Comparator.None ? after.Role : comparator;
            end = after.End;
        }

        return new QuantityTerm(link, comparator, number, unit?.Unit, start, unit is null ? unitEnd : unitStart, unitEnd, end)
        {
            IsPlusMinus = plusMinus,
            UnitIsOrdinaryWord = unit?.IsOrdinaryWord ?? false,
        };
    }

    private (UnitMatch? Unit, int Start) ReadUnit(string folded, int numberEnd)
    {
        int start = SkipBlanks(folded, numberEnd);
        // "24-inch", "2-channel": a dash may tie number and unit.
        if (start == numberEnd && start + 1 < folded.Length && folded[start] == '-' && char.IsLetter(folded[start + 1]))
        {
            start++;
        }

        UnitMatch? unit = units.Match(folded, start);
        return unit is { IsOrdinaryWord: true } && start > numberEnd && IsPreposition(folded, start, unit.Value.End) ? (null, start) : (unit, start);
    }

    /// <summary>"24 in the list": an "in" that opens a phrase is no inch.</summary>
    private static bool IsPreposition(string folded, int start, int end) =>
        end - start == 2
        && folded.AsSpan(start, 2).Equals("in", StringComparison.Ordinal)
        && end + 1 < folded.Length && folded[end] == ' ' && char.IsLetter(folded[end + 1])
        && !(folded[end + 1] == 'x' && (end + 2 == folded.Length || !char.IsLetter(folded[end + 2])));

    private static bool IsTimes(string folded, int at) =>
        folded[at] is 'x' or 'X' && at + 1 < folded.Length && (char.IsAsciiDigit(folded[at + 1]) || folded[at + 1] is ' ' or '.');

    private static int SkipBlanks(string folded, int at)
    {
        while (at < folded.Length && folded[at] is (' ' or '\u00A0'))
        {
            at++;
        }

        return at;
    }
}
