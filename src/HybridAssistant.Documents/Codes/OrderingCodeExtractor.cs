using System.Buffers;
using System.Collections.Immutable;
using HybridAssistant.Core.Codes;

namespace HybridAssistant.Documents.Codes;

/// <summary>Finds the ordering-code grammars of a sheet in its lines and its tables of positions.</summary>
internal sealed class OrderingCodeExtractor
{
    // A legend in the text stands beside its pattern: "H = HART, L = IO-Link" on the next line or two.
    private const int LegendLines = 4;

    private static readonly SearchValues<char> PatternSigns = SearchValues.Create("-–[{<");

    /// <summary>The grammars in order of appearance, each pattern once.</summary>
    /// <param name="lines">The sheet's lines in reading order.</param>
    /// <param name="tables">Its tables of positions.</param>
    public ImmutableArray<OrderingCodeGrammar> Extract(IReadOnlyList<PrintedLine> lines, IReadOnlyList<OrderingTable> tables)
    {
        var found = new List<OrderingCodeGrammar>();
        for (int i = 0; i < lines.Count; i++)
        {
            // Every kind of pattern has a dash or a bracket; most lines have none.
            if (lines[i].Text.AsSpan().IndexOfAny(PatternSigns) < 0)
            {
                continue;
            }

            string beside = string.Join(' ', lines.Skip(i).TakeWhile(l => l.Page == lines[i].Page).Take(LegendLines).Select(l => l.Text));
            foreach (OrderingCodeGrammar grammar in BracketPattern.In(lines[i]))
            {
                OrderingCodeGrammar named = tables.Where(t => IsNear(t.Page, grammar.Page)).Aggregate(grammar, CodeLegend.ByTable);
                found.Add(CodeLegend.ByText(named, beside));
            }

            foreach (OrderingTable table in tables.Where(t => IsNear(t.Page, lines[i].Page)))
            {
                if (PositionPattern.In(lines[i], table) is { } grammar)
                {
                    found.Add(grammar);
                }
            }

            if (ExamplePattern.In(lines[i].Page, beside) is { } explained)
            {
                found.Add(explained);
            }
        }

        return [.. found.DistinctBy(g => CodeNormalizer.Normalize(g.Pattern))];
    }

    /// <summary>A table of positions stands on the pattern's page or continues on the next.</summary>
    private static bool IsNear(int tablePage, int patternPage) => tablePage - patternPage is 0 or 1;
}
