using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Codes;

namespace HybridAssistant.Documents.Codes;

/// <summary>
/// Reads ordering codes whose pattern is a line of placeholders ("PT-4x-AAA-B-C-D") or one example ("SC-30 – 10 – HR"),
/// and whose alternatives stand in a table of positions.
/// </summary>
internal static partial class PositionPattern
{
    /// <summary>The grammar of a line and a table of positions; null where they do not belong together.</summary>
    public static OrderingCodeGrammar? In(PrintedLine line, OrderingTable table)
    {
        foreach (Match match in DashedCode().Matches(line.Text))
        {
            string[] parts = match.Value.Split(['-', '–'], StringSplitOptions.TrimEntries);
            if (parts.Length >= 3 && (ByPlaceholders(parts, table) ?? ByExample(match.Value, table)) is { Length: > 0 } segments)
            {
                return new OrderingCodeGrammar(match.Value, segments, line.Page);
            }
        }

        return null;
    }

    private static ImmutableArray<CodeSegment>? ByPlaceholders(string[] parts, OrderingTable table)
    {
        var positions = table.Rows.GroupBy(r => r.Position.Split(' ')[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g, StringComparer.Ordinal);
        if (parts.Count(positions.ContainsKey) < 2)
        {
            return null;
        }

        var segments = ImmutableArray.CreateBuilder<CodeSegment>();
        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                segments.Add(CodeSegment.Fixed("-"));
            }

            segments.Add(positions.TryGetValue(parts[i], out var rows)
                ? new CodeSegment(rows.First().Position[parts[i].Length..].Trim(), Choices(rows))
                : CodeSegment.Fixed(parts[i]));
        }

        return segments.ToImmutable();
    }

    /// <summary>The positions in order must spell the example, those behind its end being optional.</summary>
    private static ImmutableArray<CodeSegment>? ByExample(string example, OrderingTable table)
    {
        string rest = CodeNormalizer.Normalize(example);
        var segments = ImmutableArray.CreateBuilder<CodeSegment>();
        int spelled = 0;
        foreach (IGrouping<string, OrderingTableRow> position in table.Rows.GroupBy(r => r.Position, StringComparer.Ordinal))
        {
            ImmutableArray<CodeChoice> choices = Choices(position);
            CodeChoice? here = choices.OrderByDescending(c => c.Code.Length)
                .FirstOrDefault(c => c.Code.Length > 0 && rest.StartsWith(CodeNormalizer.Normalize(c.Code), StringComparison.Ordinal));
            if (choices.IsEmpty || (here is null && rest.Length > 0))
            {
                return null;
            }

            bool isOptional = here is null || position.Key.Contains("option", StringComparison.OrdinalIgnoreCase) || choices.Any(c => c.Code.Length == 0);
            string dash = segments.Count > 0 ? "-" : "";
            segments.Add(new CodeSegment(
                CodeLegend.WithoutNumber(position.Key),
                [
                    .. choices.Where(c => c.Code.Length > 0).Select(c => c with { Code = dash + c.Code }),
                    .. isOptional ? [new CodeChoice("", choices.FirstOrDefault(c => c.Code.Length == 0)?.Meaning ?? "")] : Array.Empty<CodeChoice>(),
                ]));
            rest = here is null ? rest : rest[CodeNormalizer.Normalize(here.Code).Length..];
            spelled += here is null ? 0 : 1;
        }

        return rest.Length == 0 && spelled >= 2 ? segments.ToImmutable() : null;
    }

    private static ImmutableArray<CodeChoice> Choices(IEnumerable<OrderingTableRow> rows) =>
        [.. rows.SelectMany(r => r.CodeList.Select(c => new CodeChoice(c, r.Meaning))).DistinctBy(c => c.Code)];

    [GeneratedRegex(@"(?<![\w-])[A-Z0-9][A-Za-z0-9]*(?: ?[-–] ?[A-Za-z0-9]+){2,}(?![\w\[-])", RegexOptions.CultureInvariant)]
    private static partial Regex DashedCode();
}
