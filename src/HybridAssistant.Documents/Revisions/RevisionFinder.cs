using System.Text.RegularExpressions;

namespace HybridAssistant.Documents.Revisions;

/// <summary>
/// Finds the revision mark and the date of a sheet in its printed lines: "Rev. B", "Revision: 20.06", "Issue 3",
/// "Doc. no. HV-1001 Rev. A | March 2022", a block "Doc. no. / Rev. / Date" with its row below, a date in a footer.
/// </summary>
internal static partial class RevisionFinder
{
    // Marks that recur on every page (footers) outweigh one named in passing ("replaces Rev. A").
    private const double RecurringWeight = 1.5;

    private const int MaxBlockLines = 20;

    // What a revision changed may take several lines, with the mark and date on one of them.
    private const int MaxWrappedLines = 3;

    /// <summary>The revision of a sheet.</summary>
    /// <param name="lines">The lines of all pages, running headers and footers included, in reading order.</param>
    public static SheetRevision Find(IReadOnlyList<string> lines)
    {
        var marks = new Dictionary<string, double>(StringComparer.Ordinal);
        var dates = new Dictionary<DateOnly, double>();
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i];
            string own = Replaced().Replace(line, " ");
            string? mark = MarkIn(own);
            if (mark is not null)
            {
                Vote(marks, mark, 1);
            }

            bool announces = mark is not null || (!IsStatement(own) && (DateLabel().IsMatch(own) || DocumentNumber().IsMatch(own)));
            foreach ((DateOnly date, int start, int end) in PrintedDate.In(own))
            {
                double weight = announces ? 3 : IsStatement(own) ? 0 : IsAlone(own, start, end) ? 1 : 0.5;
                if (weight > 0)
                {
                    Vote(dates, date, weight);
                }
            }

            VoteBlock(lines, i, marks, dates);
        }

        return new SheetRevision(Best(marks), dates.Count == 0 ? null : Best(dates));
    }

    /// <summary>A header row "Doc. no. Rev. Date Change": the row below holds the values, the first row the current one.</summary>
    private static void VoteBlock(IReadOnlyList<string> lines, int header, Dictionary<string, double> marks, Dictionary<DateOnly, double> dates)
    {
        if (!BlockHeader().IsMatch(lines[header]))
        {
            return;
        }

        var rows = new List<(string Mark, DateOnly Date)>();
        int between = 0;
        foreach (string line in lines.Skip(header + 1).Take(MaxBlockLines))
        {
            Match mark = BlockMark().Match(line);
            (DateOnly Date, int Start, int End)? date = PrintedDate.In(line).Select(d => ((DateOnly, int, int)?)d).FirstOrDefault();
            if (date is { } found && mark.Success)
            {
                rows.Add((mark.Groups["mark"].Value, found.Date));
                between = 0;
            }
            else if (++between > MaxWrappedLines)
            {
                break;
            }
        }

        if (rows.Count > 0)
        {
            // Histories run up or down; the latest row is this sheet's.
            (string latest, DateOnly when) = rows.MaxBy(r => r.Date);
            Vote(marks, latest, 4);
            Vote(dates, when, 5);
        }
    }

    private static string? MarkIn(string line)
    {
        Match match = Mark().Match(line);
        if (!match.Success)
        {
            return null;
        }

        // "Rev. 02/10" is a date by itself.
        string mark = match.Groups["mark"].Value.TrimEnd('.', ',', ';');
        return mark.Length is > 0 and <= 8 && !PrintedDate.In(mark).Any() ? mark : null;
    }

    private static bool IsAlone(string line, int start, int end) =>
        line.Length - (end - start) <= 60 && line.AsSpan(end).Trim().Length <= 20;

    /// <summary>Sentences name dates of other things: directives, copyrights, standards.</summary>
    private static bool IsStatement(string line) =>
        line.Length > 90 || OtherDate().IsMatch(line);

    private static void Vote<T>(Dictionary<T, double> votes, T candidate, double weight)
        where T : notnull =>
        votes[candidate] = votes.TryGetValue(candidate, out double before) ? Math.Max(before, weight) + (RecurringWeight - 1) : weight;

    private static string? Best(Dictionary<string, double> votes) =>
        votes.Count == 0 ? null : votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).First().Key;

    private static DateOnly Best(Dictionary<DateOnly, double> votes) => votes.OrderByDescending(v => v.Value).ThenByDescending(v => v.Key).First().Key;

    [GeneratedRegex(@"(?<![\w'-])(?:rev(?:ision)?|issue|version|ver|ausgabe|révision|revisión|revisione|édition|edition)(?:\s*[.:]\s*|\s+)(?:no\.?\s*)?(?<mark>(?-i:[A-Z]{1,2})\d{0,2}(?![\w'])|\d{1,4}(?:\.\d{1,3}){0,2}[a-z]?(?![\w/-]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?:replaces|supersedes|ersetzt|remplace|sustituye|sostituisce|previous)\b.*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Replaced();

    [GeneratedRegex(@"\b(?:date|dated|datum|stand|fecha|data|issued|updated|published|effective|as of)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLabel();

    [GeneratedRegex(@"\b(?:doc(?:ument)?\.?\s*(?:no|number|nr|id)?\.?|data ?sheet no|file name|form no|dok\.?-nr)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"(?:directive|regulation|rohs|compliance|copyright|©|\(c\)|standard|iso|iec|patent|notice|law)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherDate();

    [GeneratedRegex(@"\b(?:rev(?:ision)?|issue|version|index)\b\.?.{0,40}\b(?:date|datum|fecha|data)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockHeader();

    [GeneratedRegex(@"(?:^|\s)(?:rev\.?\s*)?(?<mark>[A-Z]|\d{1,2}(?:\.\d{1,2})?)(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex BlockMark();
}
