using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Codes;

namespace HybridAssistant.Documents.Codes;

/// <summary>Gives the positions of a grammar their names and meanings, from a table of positions or from "H = HART" in the text.</summary>
internal static partial class CodeLegend
{
    /// <summary>Names the positions by an ordering table of the same sheet.</summary>
    public static OrderingCodeGrammar ByTable(OrderingCodeGrammar grammar, OrderingTable table)
    {
        CodeSegment[] segments = [.. grammar.Segments];
        bool[] named = new bool[segments.Length];
        foreach (IGrouping<string, OrderingTableRow> position in table.Rows.GroupBy(r => r.Position, StringComparer.Ordinal))
        {
            var meanings = position.SelectMany(r => r.CodeList.Select(c => (Code: c, r.Meaning)))
                .DistinctBy(m => m.Code).ToDictionary(m => m.Code, m => m.Meaning, StringComparer.OrdinalIgnoreCase);
            int best = Enumerable.Range(0, segments.Length)
                .Where(i => !named[i] && !segments[i].IsFixed && !segments[i].IsOpen)
                .Where(i => segments[i].Choices.Count(c => meanings.ContainsKey(Bare(c.Code))) * 2 >= segments[i].Choices.Length)
                .DefaultIfEmpty(-1)
                .First();
            if (best >= 0)
            {
                named[best] = true;
                segments[best] = WithMeanings(segments[best], meanings) with { Name = WithoutNumber(position.Key) };
            }
        }

        return grammar with { Segments = [.. segments] };
    }

    /// <summary>Names the codes by what the text beside the pattern says ("H = HART, L = IO-Link").</summary>
    public static OrderingCodeGrammar ByText(OrderingCodeGrammar grammar, string text)
    {
        var meanings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Entry().Matches(text))
        {
            meanings.TryAdd(match.Groups["code"].Value, match.Groups["meaning"].Value.Trim());
        }

        return meanings.Count == 0
            ? grammar
            : grammar with { Segments = [.. grammar.Segments.Select(s => s.IsFixed || s.IsOpen ? s : WithMeanings(s, meanings))] };
    }

    /// <summary>"1 Supply" and "AAA Range" are positions named Supply and Range.</summary>
    public static string WithoutNumber(string position)
    {
        int blank = position.IndexOf(' ', StringComparison.Ordinal);
        bool numbered = blank > 0 && position.AsSpan(0, blank).TrimEnd(").:").IndexOfAnyExceptInRange('0', '9') < 0;
        return numbered ? position[(blank + 1)..].Trim() : position;
    }

    /// <summary>The entries "X = meaning" of a text.</summary>
    public static ImmutableArray<CodeChoice> Entries(string text) =>
        [.. Entry().Matches(text).Select(m => new CodeChoice(m.Groups["code"].Value, m.Groups["meaning"].Value.Trim()))];

    private static string Bare(string code) => code.TrimStart('-', '–', '/', '.');

    private static CodeSegment WithMeanings(CodeSegment segment, Dictionary<string, string> meanings) =>
        segment with
        {
            Choices =
            [
                .. segment.Choices.Select(c => c.Meaning.Length == 0 && c.Code.Length > 0 && meanings.TryGetValue(Bare(c.Code), out string? meaning)
                    ? c with { Meaning = meaning }
                    : c),
            ],
        };

    [GeneratedRegex(@"(?<![\w-])(?<code>[A-Z0-9]{1,4}) ?= ?(?<meaning>[^,;.()=]{1,60})(?=[,;.)]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
