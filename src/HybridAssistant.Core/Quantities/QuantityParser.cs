namespace HybridAssistant.Core.Quantities;

/// <summary>
/// Parses values as sheets print them ("-30 ~ +70", "max. 16", "9100 ±1800", "1-1/2", "5x10⁻⁵") into numbers with a unit.
/// What is no quantity (dimensions, lists, texts, codes) gives null: a wrong number would be compared as if it were true.
/// </summary>
public sealed class QuantityParser
{
    private readonly UnitTable _units;
    private readonly QuantityExpressionReader _reader;

    /// <summary>A parser over a unit table.</summary>
    public QuantityParser(UnitTable units)
    {
        _units = units;
        _reader = new QuantityExpressionReader(units, ComparatorTable.Default);
    }

    /// <summary>A parser over the table that ships with the library.</summary>
    public static QuantityParser Default { get; } = new(UnitTable.Default);

    /// <summary>Parses a value with its unit.</summary>
    /// <param name="value">As printed; may hold its unit itself.</param>
    /// <param name="unit">As printed in cell, header or row label; empty where the value holds it or there is none.</param>
    /// <param name="condition">What qualifies the value; the words min and max make a single number a bound.</param>
    /// <returns>The numbers; null where the value is no quantity.</returns>
    public TypedValue? Parse(string value, string unit = "", string condition = "")
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(condition);
        string folded = WithScaledThousands(FoldedText.Of(value).Text.Trim(), unit);
        if (_reader.ReadAt(folded, 0) is not { } expression || !IsIgnorableTail(folded, expression.End))
        {
            return null;
        }

        UnitDefinition? outer = unit.Length == 0 ? null : _units.Find(unit);
        if (!HasUnit(expression) && unit.Length == 0 && IsTightRange(folded, expression))
        {
            return null; // "54-667" without a unit is a part number rather than a range.
        }

        return TypedValues.Of(expression, outer, unit.Trim(), ConditionRole(condition));
    }

    private static bool HasUnit(QuantityExpression expression) => expression.Terms.Any(t => t.Unit is not null);

    private static bool IsTightRange(string folded, QuantityExpression expression) =>
        expression.Terms is [_, { Link: TermLink.Range } second]
        && folded[second.Start - 1] == '-' && second.Start >= 2 && char.IsAsciiDigit(folded[second.Start - 2]);

    /// <summary>"327.9K" hours: a multiplier, where a unit is printed apart.</summary>
    private static string WithScaledThousands(string folded, string unit) =>
        unit.Length > 0 && folded.Length > 1 && folded[^1] is 'K' or 'k' or 'M' && char.IsAsciiDigit(folded[^2])
            ? folded[..^1] + (folded[^1] == 'M' ? "e6" : "e3")
            : folded;

    /// <summary>Behind the numbers only a condition, a note in brackets or a footnote mark may stand.</summary>
    private static bool IsIgnorableTail(string folded, int end)
    {
        ReadOnlySpan<char> tail = folded.AsSpan(end).TrimStart();
        return tail.Length == 0
            || tail[0] is '(' or '@' or '[' or '^' or ',' or ';' or '·'
            || tail is "." or "\u2020" or "#"
            || tail.StartsWith("at ", StringComparison.OrdinalIgnoreCase)
            || tail.StartsWith("per ", StringComparison.OrdinalIgnoreCase)
            || tail.StartsWith("diameter", StringComparison.OrdinalIgnoreCase);
    }

    private static Comparator ConditionRole(string condition)
    {
        Comparator role = Comparator.None;
        foreach (string word in condition.Split([' ', '.', ',', ';', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            role = word.ToUpperInvariant() switch
            {
                "MAX" or "MAXIMUM" => Comparator.AtMost,
                "MIN" or "MINIMUM" => Comparator.AtLeast,
                _ => role,
            };
        }

        return role;
    }
}
