using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Headings whose cells are painted side by side on top of a ruled row, with no lines of their own: their edges are its lines.</summary>
internal static class PaintedHead
{
    // Areas meet the row below, or one another, within this, in points.
    private const double Touch = 3;

    // Taller areas are panels, in points.
    private const double Tallest = 60;

    // The painted cells cover the row below but for the white lines between them.
    private const double Covered = 0.9;

    /// <summary>The group with the lines of the painted headings above it; the group itself where there are none.</summary>
    public static RuleGroup Extend(RuleGroup group, IReadOnlyList<Fill> fills)
    {
        Fill[] head = [.. fills
            .Where(fill => Math.Abs(fill.Box.Y1 - group.Box.Y0) < Touch && fill.Box.Height < Tallest && fill.Color != ColorValue.White
                && fill.Box.X0 > group.Box.X0 - Touch && fill.Box.X1 < group.Box.X1 + Touch)
            .OrderBy(static fill => fill.Box.X0)];
        if (head.Length < 2 || head.Sum(static fill => fill.Box.Width) < Covered * group.Box.Width
            || head.Any(fill => Math.Abs(fill.Box.Y0 - head[0].Box.Y0) > Touch))
        {
            return group;
        }

        double top = head[0].Box.Y0;
        var rules = new List<Rule>(group.Rules) { new(Horizontal: true, top, group.Box.X0, group.Box.X1, Drawn: false) };
        rules.Add(new Rule(Horizontal: false, head[0].Box.X0, top, group.Box.Y0, Drawn: false));
        rules.AddRange(head.Select(fill => new Rule(Horizontal: false, fill.Box.X1, top, group.Box.Y0, Drawn: false)));
        return new RuleGroup(rules);
    }
}
