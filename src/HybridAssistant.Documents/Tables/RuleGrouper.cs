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

    // A line under some of the headings covers at least this share of the table's width.
    private const double PartialLength = 0.25;

    // Headings between tables are set larger than the tables by this factor.
    private const double LargerType = 1.15;

    /// <summary>Groups the page's rules.</summary>
    public static List<RuleGroup> Group(PageContent page)
    {
        var rules = new List<Rule>(page.Rules);
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
                groups.Add(PaintedHead.Extend(new RuleGroup(group), page.Fills));
            }
        }

        Stack(groups, loose, page.Lines);
        groups.Sort(static (a, b) => a.Box.Y0.CompareTo(b.Box.Y0));
        return groups;
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
    private static void Stack(List<RuleGroup> groups, List<Rule> loose, IReadOnlyList<TextLine> lines)
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
                if (HasHeadingBetween(lines, stack[^1], loose[j]))
                {
                    break;
                }

                if (!used[j] && Math.Abs(loose[j].Start - loose[i].Start) <= SameEnds && Math.Abs(loose[j].End - loose[i].End) <= SameEnds)
                {
                    stack.Add(loose[j]);
                    used[j] = true;
                }
            }

            if (stack.Count >= 3)
            {
                AddPartial(stack, loose, used);
                groups.Add(new RuleGroup(stack));
            }
        }
    }

    /// <summary>The largest type of a line's words between two edges; 0 where it has none there.</summary>
    private static double SizeWithin(TextLine line, double left, double right)
    {
        double size = 0;
        foreach (Word word in line.Words)
        {
            if (word.Box.X1 > left && word.Box.X0 < right)
            {
                size = Math.Max(size, word.FontSize);
            }
        }

        return size;
    }

    /// <summary>Shorter lines between the stacked ones: under headings that span some of the columns.</summary>
    private static void AddPartial(List<Rule> stack, List<Rule> loose, bool[] used)
    {
        (double top, double bottom) = (stack[0].Position, stack[^1].Position);
        (double left, double right) = (stack[0].Start - SameEnds, stack[0].End + SameEnds);
        for (int i = 0; i < loose.Count; i++)
        {
            Rule rule = loose[i];
            if (!used[i] && rule.Position > top && rule.Position < bottom && rule.Start >= left && rule.End <= right && rule.Length > PartialLength * (right - left))
            {
                stack.Add(rule);
                used[i] = true;
            }
        }
    }

    /// <summary>A line of its own in larger type between two rules heads what follows.</summary>
    private static bool HasHeadingBetween(IReadOnlyList<TextLine> lines, Rule above, Rule below)
    {
        double heading = 0;
        foreach (TextLine line in lines)
        {
            if (line.Baseline <= above.Position)
            {
                continue;
            }

            double size = SizeWithin(line, above.Start, above.End);
            if (line.Baseline > below.Position && size > 0)
            {
                return heading > LargerType * size;
            }

            heading = Math.Max(heading, size);
        }

        return false;
    }
}
