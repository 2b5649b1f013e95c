using System.Collections.Immutable;

namespace HybridAssistant.Core.Quantities;

/// <summary>
/// Takes the text of a cell apart: "12.4 kg" into value and unit, "43 lbs / 19.5kg" and "+221°F (+105°C)" into the two
/// printings of one quantity, "2 mA @ 25 °C" into value, unit and condition. What it does not understand stays whole.
/// </summary>
public sealed class ValueSplitter
{
    private readonly QuantityExpressionReader _reader;

    /// <summary>A splitter over a unit table.</summary>
    public ValueSplitter(UnitTable units) => _reader = new QuantityExpressionReader(units, ComparatorTable.Default);

    /// <summary>A splitter over the table that ships with the library.</summary>
    public static ValueSplitter Default { get; } = new(UnitTable.Default);

    /// <summary>The values of a cell, in order, at least one.</summary>
    public ImmutableArray<PrintedQuantity> Split(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        FoldedText folded = FoldedText.Of(cell);
        int start = folded.Text.Length - folded.Text.AsSpan().TrimStart().Length;
        if (_reader.ReadAt(folded.Text, start) is not { } expression)
        {
            return [Whole(cell)];
        }

        ImmutableArray<QuantityExpression> parts = [.. expression.Alternatives()];
        string text = folded.Text;
        int end = expression.End;
        if (parts.Length == 1 && Bracketed(text, end) is { } bracketed && TypedValues.AreTheSame(parts[0], bracketed))
        {
            parts = [parts[0], bracketed];
            end = text.IndexOf(')', bracketed.End) + 1;
        }

        string? condition = ConditionBehind(folded, cell, end);
        if (condition is null && text.AsSpan(end).Trim() is not ("" or "." or ","))
        {
            return [Whole(cell)];
        }

        return Assemble(cell, folded, parts, condition ?? "");
    }

    private static ImmutableArray<PrintedQuantity> Assemble(string cell, FoldedText folded, ImmutableArray<QuantityExpression> parts, string condition)
    {
        if (parts.Length == 1)
        {
            return [Part(cell, folded, parts[0], condition)];
        }

        if (parts.Skip(1).All(p => TypedValues.AreTheSame(parts[0], p)))
        {
            return [.. parts.Select(p => Part(cell, folded, p, condition))];
        }

        if (parts.Length == 2 && TypedValues.IsOfAnotherKind(parts[0], parts[1]))
        {
            string behind = Slice(cell, folded, parts[1].Start, parts[1].End);
            return [Part(cell, folded, parts[0], condition.Length == 0 ? behind : $"{behind} {condition}")];
        }

        return [Part(cell, folded, new QuantityExpression([.. parts.SelectMany(p => p.Terms)]), condition)];
    }

    /// <summary>The unit is separable where it is printed once, at the end.</summary>
    private static PrintedQuantity Part(string cell, FoldedText folded, QuantityExpression part, string condition)
    {
        QuantityTerm last = part.Terms[^1];
        bool separable = last.Unit is not null && last.End == last.UnitEnd && part.Terms.Take(part.Terms.Length - 1).All(t => t.Unit is null);
        int valueEnd = separable ? last.Number.End : part.End;
        int start = folded.OriginOf(part.Start);
        int end = folded.OriginOf(part.End);
        return new PrintedQuantity(
            Slice(cell, folded, part.Start, valueEnd),
            separable ? Slice(cell, folded, last.UnitStart, last.UnitEnd) : "",
            condition,
            start,
            end);
    }

    private QuantityExpression? Bracketed(string text, int end)
    {
        int open = end;
        while (open < text.Length && text[open] is (' ' or '\u00A0'))
        {
            open++;
        }

        return open < text.Length && text[open] == '('
            && _reader.ReadAt(text, open + 1) is { } inside
            && inside.End < text.Length && text.AsSpan(inside.End).TrimStart() is [')', ..]
            ? inside
            : null;
    }

    private static string? ConditionBehind(FoldedText folded, string cell, int end)
    {
        ReadOnlySpan<char> tail = folded.Text.AsSpan(end).Trim();
        return tail.StartsWith('@') || tail.StartsWith("at ", StringComparison.OrdinalIgnoreCase)
            ? Slice(cell, folded, end, folded.Text.Length).TrimStart('@').Trim()
            : null;
    }

    private static string Slice(string cell, FoldedText folded, int start, int end) =>
        cell[folded.OriginOf(start)..folded.OriginOf(end)].Trim();

    private static PrintedQuantity Whole(string cell)
    {
        string value = cell.Trim();
        int start = cell.Length - cell.AsSpan().TrimStart().Length;
        return value.Length == 0 ? new PrintedQuantity("", "", "", 0, 0) : new PrintedQuantity(value, "", "", start, start + value.Length);
    }
}
