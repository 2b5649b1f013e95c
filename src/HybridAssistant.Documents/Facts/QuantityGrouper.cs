using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>Decides which quantities of a line are values and which are conditions of the value before them.</summary>
internal static class QuantityGrouper
{
    private static readonly FrozenSet<string> ConditionWords = FrozenSet.ToFrozenSet(
        ["at", "@", "for", "with", "when", "under", "above", "below", "per", "of", "in", "over", "on", "using", "from", "by", "up", "non", "after", "to", "during", "if", "refer", "see"],
        StringComparer.OrdinalIgnoreCase);

    private enum Relation
    {
        Condition,
        SameAgain,
        OneValue,
        Another,
    }

    /// <summary>Whether words behind a value open a condition: "at full load", "115VAC at full load".</summary>
    public static bool OpensCondition(string text)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0]) && !text.Contains(", ", StringComparison.Ordinal))
        {
            return true;
        }

        int end = text.AsSpan().IndexOfAny(' ', '-', ',');
        return text.StartsWith('@') || ConditionWords.Contains(end < 0 ? text : text[..end]);
    }

    /// <summary>Groups the quantities of a line, in order.</summary>
    public static List<QuantityGroup> Group(string text, ImmutableArray<QuantityMention> mentions)
    {
        var groups = new List<QuantityGroup>();
        var quantities = new List<string> { mentions[0].Text };
        string before = Clean(text[..mentions[0].Start]);
        QuantityMention last = mentions[0];
        int behindStart = EndOf(last);
        bool packed = false;

        for (int i = 1; i < mentions.Length; i++)
        {
            QuantityMention next = mentions[i];
            string between = text[behindStart..next.Start];
            if (between.Trim() == "/" && IsPacking(last, next, packed))
            {
                // "15pcs/12.4Kg/0.78CUFT": what so many pieces weigh and take up.
                groups.Add(new QuantityGroup(before, quantities, ""));
                before = packed ? before : Words.Join(before, quantities[^1]);
                packed = true;
                quantities = [next.Text];
                last = next;
                behindStart = EndOf(next);
                continue;
            }

            packed = false;
            switch (Relate(last, next, between, text))
            {
                case Relation.OneValue:
                    quantities[^1] = text[(EndOf(last) - quantities[^1].Length)..EndOf(next)];
                    break;
                case Relation.SameAgain:
                    quantities.Add(next.Text);
                    break;
                case Relation.Another:
                    (string behind, string nextBefore) = Divide(between);
                    groups.Add(new QuantityGroup(before, quantities, behind));
                    (before, quantities) = (nextBefore, [next.Text]);
                    break;
                default:
                    continue;
            }

            last = next;
            behindStart = EndOf(next);
        }

        groups.Add(new QuantityGroup(before, quantities, Clean(text[behindStart..])));
        ShareConditions(groups, text, mentions);
        return groups;
    }

    /// <summary>"1300ms, 50ms/230VAC": values of one kind that only a comma parts share the condition behind them.</summary>
    private static void ShareConditions(List<QuantityGroup> groups, string text, ImmutableArray<QuantityMention> mentions)
    {
        for (int i = groups.Count - 2; i >= 0; i--)
        {
            QuantityGroup next = groups[i + 1];
            if (groups[i].Behind.Length == 0 && next.Before.Length == 0 && next.Behind.Length > 0 && text.Contains("/" + next.Behind, StringComparison.Ordinal)
                && KindOf(groups[i], mentions) == KindOf(next, mentions))
            {
                groups[i] = groups[i] with { Behind = next.Behind };
            }
        }
    }

    private static string? KindOf(QuantityGroup group, ImmutableArray<QuantityMention> mentions) =>
        mentions.FirstOrDefault(mention => group.Quantities[0].Contains(mention.Text, StringComparison.Ordinal))?.Value.Kind;

    private static bool IsPacking(QuantityMention last, QuantityMention next, bool packed) =>
        last.Value.Kind != next.Value.Kind && (packed || last.Value.Kind == "Pieces");

    /// <summary>"2.5 kV AC, 1 min", "5 g, 10 to 150 Hz": how long and how fast something is applied says under what it holds.</summary>
    private static bool IsApplication(QuantityMention last, QuantityMention next) =>
        last.Value.Kind switch
        {
            "ElectricPotential" => next.Value.Kind == "Duration",
            "Acceleration" or "Mass" => next.Value.Kind is "Duration" or "Frequency", // "g" is a gram, too
            _ => false,
        };

    private static Relation Relate(QuantityMention last, QuantityMention next, string between, string text)
    {
        bool sameKind = last.Value.Kind == next.Value.Kind && last.Value.Kind.Length > 0;
        string link = between.Trim();
        if (link is "/" or "(" or "=" or "or" or "|")
        {
            return RelateAlternative(last, next, link, sameKind, text);
        }

        if (EndsWithConditionWord(link))
        {
            return Relation.Condition;
        }

        // A full stop ends what is said of the first: "> 60 krad Total Dose. > 5 mm Al equivalent shield".
        if (between.Contains(". ", StringComparison.Ordinal) || (link.Length == 0 && last.Text.EndsWith('.')))
        {
            return Relation.Another;
        }

        if (link == "," && IsApplication(last, next))
        {
            return Relation.Condition;
        }

        // "±0.2% +5 counts" is one accuracy.
        if (link.Length == 0 && next.Text[0] is '+' or '±')
        {
            return Relation.OneValue;
        }

        if (link is "," or ";" or ")," or "and" or "&" or "." or ");" || (link.StartsWith('(') && link.Length > 1 && sameKind && !link.Contains(')')))
        {
            return Relation.Another;
        }

        return sameKind && link.AsSpan().IndexOfAny(",;.(") >= 0 || (sameKind && link.EndsWith(" and", StringComparison.Ordinal))
            ? Relation.Another
            : Relation.Condition;
    }

    private static Relation RelateAlternative(QuantityMention last, QuantityMention next, string link, bool sameKind, string text)
    {
        bool closes = link != "(" || text.AsSpan(EndOf(next)).TrimStart().StartsWith(")");
        if (!sameKind || !closes)
        {
            return Relation.Condition;
        }

        // "0 / 4 to 20 mA": the unit behind holds for both, so they are printed as one.
        if (link == "/" && char.IsAsciiDigit(last.Text[^1]))
        {
            return Relation.OneValue;
        }

        // "50Hz / 60Hz" is a choice of two, printed as one value; ranges and other units are values of their own.
        bool isChoice = link == "/" && last.Value.Unit == next.Value.Unit && last.Value.Typical is not null && next.Value.Typical is not null
            && last.Value.Min is null && next.Value.Min is null && last.Value.Max is null && next.Value.Max is null;
        return isChoice ? Relation.OneValue : Relation.SameAgain;
    }

    private static bool EndsWithConditionWord(string link)
    {
        int space = link.LastIndexOfAny([' ', ',', '(']);
        string last = space < 0 ? link : link[(space + 1)..];
        return last.EndsWith('@') || ConditionWords.Contains(last);
    }

    /// <summary>Words between two values belong to the first up to a comma, to the second after it.</summary>
    private static (string Behind, string Before) Divide(string between)
    {
        int comma = between.LastIndexOfAny([',', ';', '(']);
        if (comma >= 0)
        {
            return (Clean(between[..comma]), Clean(between[(comma + 1)..]));
        }

        int and = between.IndexOf(" and ", StringComparison.Ordinal);
        return and >= 0 ? (Clean(between[..and]), Clean(between[(and + 5)..])) : (Clean(between), "");
    }

    private static int EndOf(QuantityMention mention) => mention.Start + mention.Length;

    private static string Clean(string text)
    {
        string clean = text.Trim(' ', ',', ';', '/', ':', '(', ')', '.', '|', '[', ']', '@').Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        return text.TrimStart().StartsWith('@') ? "@ " + clean : clean;
    }
}
