using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Codes;

namespace HybridAssistant.Documents.Codes;

/// <summary>
/// Reads ordering codes explained in a sentence behind an example: "BVF-050-P-L: size DN in three digits, seats
/// (R = R-PTFE, P = PEEK), neck (S = standard, L = long neck)."
/// </summary>
internal static partial class ExamplePattern
{
    /// <summary>The grammar of a sentence; null where it explains no code.</summary>
    /// <param name="page">Page, counted from 1.</param>
    /// <param name="text">The line of the example and what follows it.</param>
    public static OrderingCodeGrammar? In(int page, string text)
    {
        Match match = Explained().Match(text);
        if (!match.Success)
        {
            return null;
        }

        string[] parts = match.Groups["code"].Value.Split('-');
        List<(string Name, ImmutableArray<CodeChoice> Choices)> legends =
        [
            .. Legend().Matches(match.Groups["text"].Value)
                .Select(m => (m.Groups["name"].Value.Trim(), CodeLegend.Entries(m.Groups["entries"].Value)))
                .Where(l => l.Item2.Length >= 2),
        ];
        var segments = ImmutableArray.CreateBuilder<CodeSegment>();
        int used = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                segments.Add(CodeSegment.Fixed("-"));
            }

            bool explained = used < legends.Count && legends[used].Choices.Any(c => c.Code == parts[i]);
            segments.Add(explained ? new CodeSegment(legends[used].Name, legends[used].Choices)
                : i == 0 ? CodeSegment.Fixed(parts[i])
                : new CodeSegment("", []));
            used += explained ? 1 : 0;
        }

        return used > 0 && used == legends.Count ? new OrderingCodeGrammar(match.Groups["code"].Value, segments.ToImmutable(), page) : null;
    }

    [GeneratedRegex(@"^\s*(?<code>[A-Z][A-Z0-9]*(?:-[A-Z0-9]+){2,}): (?<text>.{10,600})", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Explained();

    [GeneratedRegex(@"(?<name>[A-Za-z][A-Za-z ]{1,40}) \((?<entries>[^()]*=[^()]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Legend();
}
