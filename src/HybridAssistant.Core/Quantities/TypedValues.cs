using System.Collections.Immutable;

namespace HybridAssistant.Core.Quantities;

/// <summary>Makes the numbers of an expression into a <see cref="TypedValue"/>.</summary>
internal static class TypedValues
{
    /// <summary>How far two printings of one quantity in two units may lie apart: makers round "19.5kg" to "43 lbs".</summary>
    private const double RoundingTolerance = 0.06;

    /// <summary>The typed value; null for dimensions, lists, and mixed kinds.</summary>
    /// <param name="expression">The numbers.</param>
    /// <param name="outer">Unit printed apart from the value; null where there is none or the table lacks it.</param>
    /// <param name="outerPrinted">That unit as printed; empty where there is none.</param>
    /// <param name="conditionRole">What the condition makes of a single number.</param>
    public static TypedValue? Of(QuantityExpression expression, UnitDefinition? outer, string outerPrinted, Comparator conditionRole)
    {
        ImmutableArray<QuantityExpression> alternatives = [.. expression.Alternatives()];
        if (SignedTolerance(alternatives, outer) is { } tolerance)
        {
            return tolerance;
        }

        if (alternatives.Length > 1 && !alternatives.Skip(1).All(a => AreTheSame(alternatives[0], a) || IsOfAnotherKind(alternatives[0], a)))
        {
            return null;
        }

        return OfOne(alternatives[0], outer, outerPrinted, conditionRole);
    }

    /// <summary>Whether two expressions print one quantity in two units.</summary>
    public static bool AreTheSame(QuantityExpression a, QuantityExpression b)
    {
        if (a.Terms.Length != b.Terms.Length || UnitOf(a) is not { } unitA || UnitOf(b) is not { } unitB
            || unitA.Kind != unitB.Kind || unitA == unitB)
        {
            return false;
        }

        for (int i = 0; i < a.Terms.Length; i++)
        {
            if (a.Terms[i].Link != b.Terms[i].Link && i > 0)
            {
                return false;
            }

            if (!UnitConversion.TryConvert(a.Terms[i].Number.Value, unitA, unitB, out double converted)
                || Math.Abs(converted - b.Terms[i].Number.Value) > Tolerance(unitB, converted))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the second is a condition of the first rather than an alternative ("2 mA / 240 VAC").</summary>
    public static bool IsOfAnotherKind(QuantityExpression a, QuantityExpression b) =>
        UnitOf(a) is { } unitA && UnitOf(b) is { } unitB && unitA.Kind != unitB.Kind && a.Terms[^1].Unit is not null;

    private static double Tolerance(UnitDefinition unit, double value) =>
        unit.HasOffset ? 3 : Math.Max(Math.Abs(value) * RoundingTolerance, 1e-12);

    private static UnitDefinition? UnitOf(QuantityExpression expression) => expression.Terms.Select(t => t.Unit).LastOrDefault(u => u is not null);

    /// <summary>"+10/-15 %".</summary>
    private static TypedValue? SignedTolerance(ImmutableArray<QuantityExpression> alternatives, UnitDefinition? outer)
    {
        if (alternatives is not [{ Terms: [{ Number.Value: > 0 } plus] }, { Terms: [{ Number.Value: < 0 } minus] }]
            || (plus.Unit is not null && minus.Unit is not null && plus.Unit != minus.Unit))
        {
            return null;
        }

        UnitDefinition? unit = minus.Unit ?? plus.Unit ?? outer;
        return new TypedValue(minus.Number.Value, null, plus.Number.Value, unit?.Canonical ?? "", unit?.Kind ?? "");
    }

    private static TypedValue? OfOne(QuantityExpression one, UnitDefinition? outer, string outerPrinted, Comparator conditionRole)
    {
        ImmutableArray<QuantityTerm> terms = one.Terms;
        if (outer is not null && outer.Kind != "Duration" && terms is [{ Unit.Canonical: "min" } minutes])
        {
            // "10 min" in a column of volts is a lower bound, not ten minutes.
            terms = [minutes with { Unit = null, Comparator = Comparator.AtLeast }];
        }

        UnitDefinition? unit = UnitOf(new QuantityExpression(terms)) is { } inner && (outer is null || !IsShare(terms)) ? inner : outer;
        string name = unit?.Canonical ?? outerPrinted;
        string kind = unit?.Kind ?? "";
        return terms switch
        {
            [var single] => OfSingle(single, conditionRole, name, kind),
            [var low, { Link: TermLink.Range } high] => OfRange(low, high, unit, name, kind),
            [var middle, { Link: TermLink.Tolerance } tolerance] => OfTolerance(middle, tolerance, name, kind),
            _ => null,
        };
    }

    /// <summary>"100 ±5%": the only unit printed is that of a relative tolerance.</summary>
    private static bool IsShare(ImmutableArray<QuantityTerm> terms) =>
        terms is [{ Unit: null }, { Link: TermLink.Tolerance, Unit.Canonical: "%" }];

    private static TypedValue OfSingle(QuantityTerm term, Comparator conditionRole, string unit, string kind)
    {
        double number = term.Number.Value;
        if (term.IsPlusMinus)
        {
            return new TypedValue(-Math.Abs(number), null, Math.Abs(number), unit, kind);
        }

        return (term.Comparator == Comparator.None ? conditionRole : term.Comparator) switch
        {
            Comparator.AtMost => new TypedValue(null, null, number, unit, kind),
            Comparator.AtLeast => new TypedValue(number, null, null, unit, kind),
            _ => new TypedValue(null, number, null, unit, kind),
        };
    }

    private static TypedValue? OfRange(QuantityTerm low, QuantityTerm high, UnitDefinition? unit, string name, string kind)
    {
        double a = low.Number.Value;
        double b = high.Number.Value;
        if (low.Unit is { } lowUnit && unit is not null && lowUnit != unit)
        {
            if (!UnitConversion.TryConvert(a, lowUnit, unit, out a))
            {
                return null;
            }
        }

        return new TypedValue(Math.Min(a, b), null, Math.Max(a, b), name, kind);
    }

    private static TypedValue? OfTolerance(QuantityTerm middle, QuantityTerm tolerance, string unit, string kind)
    {
        double width = Math.Abs(tolerance.Number.Value);
        if (tolerance.Unit is { Canonical: "%" } && middle.Unit is not { Canonical: "%" })
        {
            width = Math.Abs(middle.Number.Value) * width / 100;
            unit = middle.Unit?.Canonical ?? unit;
            kind = middle.Unit?.Kind ?? kind;
            if (middle.Unit is null && unit == "%")
            {
                return null;
            }
        }
        else if (tolerance.Unit is not null && middle.Unit is not null && tolerance.Unit != middle.Unit)
        {
            return null;
        }

        double center = middle.Number.Value;
        return new TypedValue(center - width, center, center + width, unit, kind);
    }
}
