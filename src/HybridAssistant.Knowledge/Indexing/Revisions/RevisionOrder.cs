using System.Globalization;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Revisions;

/// <summary>Tells whether two files are revisions of one sheet, and which is the later.</summary>
internal static partial class RevisionOrder
{
    /// <summary>A title without case, spacing and its own mention of a revision.</summary>
    public static string TitleKey(string title) => CodeNormalizer.Normalize(RevisionMark().Replace(title, " "));

    /// <summary>
    /// Whether the candidate stands in for the other: it is later by date, else by revision mark, and names at least half
    /// of the models that the other names (a revision may drop a model or renumber a spare part; a sheet of one model is
    /// no revision of the whole series). A file that prints neither date nor mark is taken for the first issue.
    /// </summary>
    public static bool Supersedes(RevisedSheet candidate, RevisedSheet other) =>
        Compare(candidate, other) > 0 && NamesHalf(ModelKeys(candidate.Products), ModelKeys(other.Products));

    /// <summary>Negative: the left one is the earlier; 0: nothing tells.</summary>
    public static int Compare(RevisedSheet left, RevisedSheet right)
    {
        if (left.Date is { } leftDate && right.Date is { } rightDate && leftDate != rightDate)
        {
            return leftDate.CompareTo(rightDate);
        }

        if (left.Revision is not null && right.Revision is not null)
        {
            return CompareMarks(left.Revision, right.Revision);
        }

        return HasNone(left) || HasNone(right) ? HasNone(right).CompareTo(HasNone(left)) : 0;
    }

    private static bool NamesHalf(HashSet<string> candidate, HashSet<string> other) =>
        other.Count(candidate.Contains) * 2 >= other.Count;

    private static bool HasNone(RevisedSheet sheet) => sheet.Revision is null && sheet.Date is null;

    private static int CompareMarks(string left, string right)
    {
        string[] leftParts = MarkParts(left);
        string[] rightParts = MarkParts(right);
        for (int i = 0; i < Math.Min(leftParts.Length, rightParts.Length); i++)
        {
            int order = ComparePart(leftParts[i], rightParts[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return leftParts.Length.CompareTo(rightParts.Length);
    }

    private static int ComparePart(string left, string right)
    {
        if (char.IsDigit(left[0]) && char.IsDigit(right[0]))
        {
            return decimal.Parse(left, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(right, CultureInfo.InvariantCulture));
        }

        // After Z comes AA: the shorter run of letters is the earlier.
        int byLength = char.IsDigit(left[0]) || char.IsDigit(right[0]) ? 0 : left.Length.CompareTo(right.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(left, right);
    }

    private static string[] MarkParts(string mark) =>
        [.. MarkPart().Matches(RevisionWord().Replace(mark, "").ToUpperInvariant()).Select(match => match.Value)];

    private static HashSet<string> ModelKeys(IEnumerable<ProductName> products)
    {
        ProductName[] all = [.. products];
        IEnumerable<ProductName> models = all.Any(product => !product.IsSeries) ? all.Where(product => !product.IsSeries) : all;
        return models.Select(product => CodeNormalizer.Normalize(product.Name)).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\b(?:rev(?:ision)?|issue)\b[\s.:]*[A-Z0-9]{1,3}(?:\.\d+)*\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RevisionMark();

    [GeneratedRegex(@"\b(?:rev(?:ision)?|issue|version|v)\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RevisionWord();

    [GeneratedRegex(@"\d{1,20}|[A-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex MarkPart();
}
