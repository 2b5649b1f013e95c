using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;

namespace HybridAssistant.Documents.Tables;

/// <summary>Rules that belong to one table: they touch one another, or are stacked with the same ends.</summary>
internal sealed class RuleGroup
{
    public RuleGroup(List<Rule> rules)
    {
        Rules = rules;
        Box = BoxOf(rules);
    }

    /// <summary>The rules.</summary>
    public List<Rule> Rules { get; }

    /// <summary>The area they span.</summary>
    public BoundingBox Box { get; }

    /// <summary>Whether lines were drawn, rather than areas coloured.</summary>
    public bool HasDrawn => Rules.Exists(static r => r.Drawn);

    private static BoundingBox BoxOf(List<Rule> rules)
    {
        double x0 = double.MaxValue, y0 = double.MaxValue, x1 = double.MinValue, y1 = double.MinValue;
        foreach (Rule rule in rules)
        {
            (double left, double right) = rule.Horizontal ? (rule.Start, rule.End) : (rule.Position, rule.Position);
            (double top, double bottom) = rule.Horizontal ? (rule.Position, rule.Position) : (rule.Start, rule.End);
            x0 = Math.Min(x0, left);
            x1 = Math.Max(x1, right);
            y0 = Math.Min(y0, top);
            y1 = Math.Max(y1, bottom);
        }

        return new BoundingBox(x0, y0, x1, y1);
    }
}
