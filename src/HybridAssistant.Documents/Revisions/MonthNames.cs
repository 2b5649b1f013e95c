using System.Collections.Frozen;
using System.Globalization;

namespace HybridAssistant.Documents.Revisions;

/// <summary>Months as sheets name them in several languages, read from <c>month-names.tsv</c>.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Months = DataTable.Rows("Revisions.month-names.tsv", 2)
        .SelectMany(row => row[1].Split(" | "), (row, name) => (Name: name, Month: int.Parse(row[0], CultureInfo.InvariantCulture)))
        .DistinctBy(entry => entry.Name)
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Month, StringComparer.OrdinalIgnoreCase);

    /// <summary>The month of a name, 1 to 12; null where it names none.</summary>
    public static int? Find(string name) => Months.TryGetValue(name.TrimEnd('.'), out int month) ? month : null;
}
