namespace HybridAssistant.Documents.Reading;

/// <summary>Joins collinear rules that touch or overlap, and drops doubles.</summary>
internal static class RuleMerger
{
    // Lines drawn cell by cell miss one another by up to this much, in points.
    private const double Near = 1.6;

    /// <summary>Merges the rules; the result is ordered by direction, position and start.</summary>
    public static List<Rule> Merge(List<Rule> rules)
    {
        rules.Sort(static (a, b) =>
        {
            int direction = a.Horizontal.CompareTo(b.Horizontal);
            return direction != 0 ? direction : a.Position.CompareTo(b.Position);
        });

        var merged = new List<Rule>(rules.Count);
        int start = 0;
        while (start < rules.Count)
        {
            int end = start + 1;
            while (end < rules.Count
                && rules[end].Horizontal == rules[start].Horizontal
                && rules[end].Position - rules[start].Position <= Near)
            {
                end++;
            }

            MergeCollinear(rules, start, end, merged);
            start = end;
        }

        return merged;
    }

    private static void MergeCollinear(List<Rule> rules, int start, int end, List<Rule> merged)
    {
        rules.Sort(start, end - start, Comparer<Rule>.Create(static (a, b) => a.Start.CompareTo(b.Start)));
        Rule current = rules[start];
        for (int i = start + 1; i < end; i++)
        {
            Rule next = rules[i];
            if (next.Start <= current.End + Near)
            {
                current = current with { End = Math.Max(current.End, next.End), Drawn = current.Drawn || next.Drawn };
                continue;
            }

            merged.Add(current);
            current = next;
        }

        merged.Add(current);
    }
}
