using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Collects the rules of a page into groups, each of which may be a table.</summary>
internal static class RuleGrouper
{
    // Lines meet, or miss one another by less than this, in points.
    private const double Touch = 3;

    // Stacked lines of one table have the same ends within this, in points.
    private const double SameEnds = 4;

    // Rows of a table without vertical lines are not taller than this, in points.
    private const double TallestBand = 110;

    // Coloured areas taller than this are panels, not rows of a table.
    private const double TallestStripe = 70;

    /// <summary>Groups the page's rules and the edges of its coloured stripes.</summary>
    public static List<RuleGroup> Group(PageContent page)
    {
        List<Rule> rules = WithStripeEdges(page);
        int[] parents = Connect(rules);

        var members = new Dictionary<int, List<Rule>>();
        for (int i = 0; i < rules.Count; i++)
        {
            int root = Find(parents, i);
            if (!members.TryGetValue(root, out List<Rule>? group))
            {
                members[root] = group = [];
            }

            group.Add(rules[i]);
        }

        var groups = new List<RuleGroup>();
        var loose = new List<Rule>();
        foreach (List<Rule> group in members.Values)
        {
            if (group.Count == 1)
            {
                if (group[0].Horizontal)
                {
                    loose.Add(group[0]);
                }
            }
            else
            {
                groups.Add(new RuleGroup(group));
            }
        }

        Stack(groups, loose);
        groups.Sort(static (a, b) => a.Box.Y0.CompareTo(b.Box.Y0));
        return groups;
    }

    private static List<Rule> WithStripeEdges(PageContent page)
    {
        if (page.Fills.Count == 0)
        {
            return [.. page.Rules];
        }

        var rules = new List<Rule>(page.Rules);
        foreach (BoundingBox box in StripeMerger.Merge(page.Fills))
        {
            if (box.Height < 6 || box.Height > TallestStripe || box.Width < 20)
            {
                continue;
            }

            rules.Add(new Rule(true, box.Y0, box.X0, box.X1, Drawn: false));
            rules.Add(new Rule(true, box.Y1, box.X0, box.X1, Drawn: false));
            rules.Add(new Rule(false, box.X0, box.Y0, box.Y1, Drawn: false));
            rules.Add(new Rule(false, box.X1, box.Y0, box.Y1, Drawn: false));
        }

        return RuleMerger.Merge(rules);
    }

    private static int[] Connect(List<Rule> rules)
    {
        int[] parents = new int[rules.Count];
        for (int i = 0; i < parents.Length; i++)
        {
            parents[i] = i;
        }

        // Merged rules are ordered: verticals first, each direction by position.
        int firstHorizontal = rules.FindIndex(static r => r.Horizontal);
        if (firstHorizontal <= 0)
        {
            return parents;
        }

        for (int h = firstHorizontal; h < rules.Count; h++)
        {
            Rule across = rules[h];
            for (int v = LowerBound(rules, firstHorizontal, across.Start - Touch); v < firstHorizontal && rules[v].Position <= across.End + Touch; v++)
            {
                if (rules[v].Start - Touch <= across.Position && across.Position <= rules[v].End + Touch)
                {
                    parents[Find(parents, h)] = Find(parents, v);
                }
            }
        }

        return parents;
    }

    private static int LowerBound(List<Rule> rules, int count, double position)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (rules[middle].Position < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static int Find(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }

        return i;
    }

    /// <summary>Stacks lines that touch no other: rows of a table that has horizontal lines only.</summary>
    private static void Stack(List<RuleGroup> groups, List<Rule> loose)
    {
        loose.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        var used = new bool[loose.Count];
        for (int i = 0; i < loose.Count; i++)
        {
            if (used[i])
            {
                continue;
            }

            var stack = new List<Rule> { loose[i] };
            for (int j = i + 1; j < loose.Count && loose[j].Position - stack[^1].Position <= TallestBand; j++)
            {
                if (!used[j] && Math.Abs(loose[j].Start - loose[i].Start) <= SameEnds && Math.Abs(loose[j].End - loose[i].End) <= SameEnds)
                {
                    stack.Add(loose[j]);
                    used[j] = true;
                }
            }

            if (stack.Count >= 3)
            {
                groups.Add(new RuleGroup(stack));
            }
        }
    }
}
