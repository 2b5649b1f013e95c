using System.Globalization;
using System.Text.RegularExpressions;

namespace HybridAssistant.Documents.Revisions;

/// <summary>
/// Reads dates as sheets print them: "2024-05-06", "2024-05", "06.05.2024", "14 July 2021", "March 2022", "Mai 2023",
/// "04/30/2022". Where day and month cannot be told apart the month is taken to stand first with slashes, last with dots.
/// </summary>
internal static partial class PrintedDate
{
    private const int EarliestYear = 1960;
    private const int LatestYear = 2099;

    /// <summary>The dates of a text with their places, in order.</summary>
    public static IEnumerable<(DateOnly Date, int Start, int End)> In(string text)
    {
        if (!text.Contains("19", StringComparison.Ordinal) && !text.Contains("20", StringComparison.Ordinal))
        {
            yield break; // No year, no date: most lines of a sheet.
        }

        Match match = Date().Match(text);
        while (match.Success)
        {
            DateOnly? date = Read(match);
            if (date is { } found)
            {
                yield return (found, match.Index, match.Index + match.Length);
            }

            // A word before a date is no month ("SPEC 2018-08-16"): look again behind its first letter.
            match = Date().Match(text, date is null ? match.Index + 1 : match.Index + match.Length);
        }
    }

    private static DateOnly? Read(Match match)
    {
        if (match.Groups["name"].Success)
        {
            return MonthNames.Find(match.Groups["name"].Value) is { } month
                ? Make(Number(match, "y"), month, match.Groups["d"].Success ? Number(match, "d") : 1)
                : null;
        }

        if (match.Groups["m"].Success)
        {
            return Make(Number(match, "y"), Number(match, "m"), match.Groups["d"].Success ? Number(match, "d") : 1);
        }

        int first = Number(match, "a");
        int second = Number(match, "b");
        bool dayFirst = first > 12 || (second <= 12 && match.Groups["sep"].Value == ".");
        return dayFirst ? Make(Number(match, "y"), second, first) : Make(Number(match, "y"), first, second);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    [GeneratedRegex(
        @"(?<![\d.,/-])(?:(?<y>(?:19|20)\d\d)[-./](?<m>\d{1,2})(?:[-./](?<d>\d{1,2}))?(?![\d]|[-./]\d)" +
        @"|(?<a>\d{1,2})(?<sep>[./-])(?<b>\d{1,2})\k<sep>(?<y>(?:19|20)\d\d)(?!\d)" +
        @"|(?<m>0[1-9]|1[0-2])[/.-](?<y>(?:19|20)\d\d)(?![\d]|[-./]\d)" +
        @"|(?:(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[ -]*)?(?<name>\p{L}{3,12})\.?[ -]*(?:(?<d>\d{1,2})(?:st|nd|rd|th)?, ?)?(?<y>(?:19|20)\d\d)(?!\d))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
