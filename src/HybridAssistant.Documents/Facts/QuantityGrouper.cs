using System.Collections.Immutable;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Documents.Facts;

/// <summary>Decides which quantities of a line are values and which are conditions of the value before them.</summary>
internal static class QuantityGrouper
{
    private static readonly string[] ConditionWords = ["at", "@", "for", "with", "when", "under", "above", "below", "per", "of", "in", "over", "on", "using", "from", "by", "@ "];

    /// <summary>Groups the quantities of a line, in order.</summary>
    public static List<QuantityGroup> Group(string text, ImmutableArray<QuantityMention> mentions)
    {
        var groups = new List<QuantityGroup>();
        var quantities = new List<QuantityMention> { mentions[0] };
        string before = Clean(text[..mentions[0].Start]);
        int behindStart = EndOf(mentions[0]);

        for (int i = 1; i < mentions.Length; i++)
        {
            QuantityMention next = mentions[i];
            string between = text[behindStart..next.Start];
            switch (Relate(quantities[^1], next, between, text))
            {
                case Relation.SameAgain:
                    quantities.Add(next);
                    behindStart = EndOf(next);
                    break;
                case Relation.Another:
                    (string behind, string nextBefore) = Divide(between);
                    groups.Add(new QuantityGroup(before, quantities, behind));
                    (before, quantities) = (nextBefore, [next]);
                    behindStart = EndOf(next);
                    break;
                default:
                    break;
            }
        }

        groups.Add(new QuantityGroup(before, quantities, Clean(text[behindStart..])));
        return groups;
    }

    private enum Relation
    {
        Condition,
        SameAgain,
        Another,
    }

    private static Relation Relate(QuantityMention last, QuantityMention next, string between, string text)
    {
        bool sameKind = last.Value.Kind == next.Value.Kind && last.Value.Kind.Length > 0;
        string link = between.Trim();
        if (link is "/" or "(" or "=" or "or" or "|")
        {
            bool closes = link != "(" || text.AsSpan(EndOf(next)).TrimStart().StartsWith(")");
            return sameKind && closes ? Relation.SameAgain : Relation.Condition;
        }

        if (link.EndsWith('(') || EndsWithConditionWord(link))
        {
            return link.Contains('(') && sameKind && !link.Contains(')') && !EndsWithConditionWord(link) ? Relation.Another : ParenthesisOpensValue(link, sameKind);
        }

        if (link is "," or ";" or ")," or "and" or "," or "&" or "+" or ".")
        {
            return Relation.Another;
        }

        return sameKind && (link.Contains(',') || link.Contains(';') || link.Contains("and", StringComparison.Ordinal) || link.Contains('(') || link.Contains('.'))
            ? Relation.Another
            : Relation.Condition;
    }

    private static Relation ParenthesisOpensValue(string link, bool sameKind) =>
        sameKind && link.StartsWith('(') && link.Length > 1 ? Relation.Another : Relation.Condition;

    private static bool EndsWithConditionWord(string link)
    {
        int space = link.LastIndexOfAny([' ', ',']);
        string last = space < 0 ? link : link[(space + 1)..];
        return ConditionWords.Contains(last, StringComparer.OrdinalIgnoreCase);
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
        string clean = text.Trim(' ', ',', ';', '/', ':', '(', ')', '.', '|', '[', ']', '@');
        return text.TrimStart().StartsWith('@') ? "@ " + clean : clean;
    }
}
