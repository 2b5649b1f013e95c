using System.Collections.Immutable;

namespace HybridAssistant.Core.Quantities;

/// <summary>Finds quantities and units in running text, such as a customer's question.</summary>
public sealed class QuantityFinder
{
    private static readonly string[] RequestWords = ["in", "into", "as", "to"];

    private readonly UnitTable _units;
    private readonly QuantityExpressionReader _reader;

    /// <summary>A finder over a unit table.</summary>
    public QuantityFinder(UnitTable units)
    {
        _units = units;
        _reader = new QuantityExpressionReader(units, ComparatorTable.Default);
    }

    /// <summary>A finder over the table that ships with the library.</summary>
    public static QuantityFinder Default { get; } = new(UnitTable.Default);

    /// <summary>The quantities with a unit, in order. Digits inside codes ("LRS-350-24", "M12") are none.</summary>
    public ImmutableArray<QuantityMention> FindQuantities(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        FoldedText folded = FoldedText.Of(text);
        var found = ImmutableArray.CreateBuilder<QuantityMention>();
        int at = 0;
        while (at < folded.Text.Length)
        {
            if (StartsWord(folded.Text, at)
                && _reader.ReadAt(folded.Text, at) is { } expression
                && !GoesOnAsCode(folded.Text, expression.End))
            {
                AddAll(found, text, folded, expression);
                at = expression.End;
            }
            else
            {
                at++;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The units named without a number, in order.</summary>
    public ImmutableArray<UnitMention> FindUnits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        FoldedText folded = FoldedText.Of(text);
        ImmutableArray<QuantityMention> quantities = FindQuantities(text);
        var found = ImmutableArray.CreateBuilder<UnitMention>();
        int at = 0;
        while (at < folded.Text.Length)
        {
            int origin = folded.OriginOf(at);
            if (!StartsWord(folded.Text, at) || OpensRequest(folded.Text, at) || char.IsAsciiDigit(folded.Text[at])
                || quantities.Any(q => origin >= q.Start && origin < q.Start + q.Length)
                || _units.Match(folded.Text, at) is not { } match
                || folded.Text[at] is '"' or '\'' or ':' or '/')
            {
                at++;
                continue;
            }

            bool isRequest = RequestWords.Any(w => IsWordBefore(folded.Text, at, w));
            if (isRequest || !match.IsOrdinaryWord)
            {
                int end = folded.OriginOf(match.End);
                found.Add(new UnitMention(text[origin..end], origin, end - origin, match.Unit, isRequest));
            }

            at = match.End;
        }

        return found.ToImmutable();
    }

    /// <summary>"in lbs" asks for pounds; it is no inch-pound.</summary>
    private bool OpensRequest(string text, int at) =>
        at + 3 < text.Length
        && text.AsSpan(at, 3).Equals("in ", StringComparison.OrdinalIgnoreCase)
        && _units.Match(text, at + 3) is not null;

    private static void AddAll(ImmutableArray<QuantityMention>.Builder found, string text, FoldedText folded, QuantityExpression expression)
    {
        foreach (QuantityExpression part in expression.Alternatives())
        {
            // "the 12/24 V version": the unit behind the list holds for all of it.
            UnitDefinition? unit = expression.Terms.Select(t => t.Unit).LastOrDefault(u => u is not null);
            if (unit is not null && TypedValues.Of(part, unit, "", Comparator.None) is { } value)
            {
                int start = folded.OriginOf(part.Start);
                int end = folded.OriginOf(part.End);
                found.Add(new QuantityMention(text[start..end], start, end - start, value));
            }
        }
    }

    private static bool StartsWord(string text, int at)
    {
        if (at == 0)
        {
            return true;
        }

        char previous = text[at - 1];
        if (char.IsLetterOrDigit(previous) || previous is '^' or '°')
        {
            return false;
        }

        bool behindDash = previous is '-' or '.' or '/' or '_';
        return !behindDash || at < 2 || !char.IsLetterOrDigit(text[at - 2]);
    }

    private static bool GoesOnAsCode(string text, int end) =>
        end + 1 < text.Length && text[end] is ('-' or '/' or '_') && char.IsAsciiDigit(text[end + 1]);

    private static bool IsWordBefore(string text, int at, string word)
    {
        int end = at;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        int start = end - word.Length;
        return end < at && start >= 0
            && string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (start == 0 || !char.IsLetterOrDigit(text[start - 1]));
    }
}
