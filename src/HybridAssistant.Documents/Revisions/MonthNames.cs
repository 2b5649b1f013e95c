using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace HybridAssistant.Documents.Revisions;

/// <summary>Months as sheets name them in several languages, read from <c>month-names.tsv</c>.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Months = Load();

    /// <summary>The month of a name, 1 to 12; null where it names none.</summary>
    public static int? Find(string name) => Months.TryGetValue(name.TrimEnd('.'), out int month) ? month : null;

    private static FrozenDictionary<string, int> Load()
    {
        Assembly assembly = typeof(MonthNames).Assembly;
        string resource = $"{typeof(MonthNames).Namespace}.month-names.tsv";
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The data file '{resource}' is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            foreach (string name in cells[1].Split(" | "))
            {
                months[name] = int.Parse(cells[0], CultureInfo.InvariantCulture);
            }
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
