using System.Text.RegularExpressions;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Documents.Reading;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>
/// What the values of a table are where its headings are conditions only: the heading above it, or a sentence between
/// ("Highest working pressure in bar, PTFE seats").
/// </summary>
internal static partial class TableTopic
{
    // The sentence stands right above the table, within this many of its font sizes.
    private const double Near = 3.5;

    /// <summary>Finds name and unit of what a table states.</summary>
    public static Heading Of(Table table, string section, IEnumerable<IReadOnlyList<TextLine>> columns, Func<TextLine, bool> isHeading)
    {
        Heading heading = Heading.Of(SectionPath.Last(section));
        TextLine? nearest = columns.SelectMany(static column => column)
            .Where(line => IsRightAbove(line, table.Box))
            .MaxBy(static line => line.Baseline);
        if (nearest is null || isHeading(nearest) || Caption().Match(LineText.Of(nearest)) is not { Success: true } caption
            || UnitTable.Default.Find(caption.Groups["unit"].Value) is null)
        {
            return heading;
        }

        string name = caption.Groups["name"].Value;
        return new Heading(name.Length > 0 ? name : heading.Name, caption.Groups["unit"].Value);
    }

    private static bool IsRightAbove(TextLine line, BoundingBox box) =>
        line.Box.CenterY < box.Y0 && box.Y0 - line.Box.Y1 < Near * line.FontSize && line.Box.X0 < box.X1 && line.Box.X1 > box.X0;

    [GeneratedRegex(@"^(?:(?<name>\p{Lu}[\p{L} -]{3,50}?) in|In) (?<unit>[^\s,;:.]+)(?:[,;:.]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();
}
