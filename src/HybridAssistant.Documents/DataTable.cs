using System.Reflection;
using System.Text;

namespace HybridAssistant.Documents;

/// <summary>Reads the tab-separated word lists that are embedded beside the stages that use them.</summary>
internal static class DataTable
{
    /// <summary>The rows of a list, without comments and blank lines.</summary>
    /// <param name="name">Folder and file name, joined by a full stop.</param>
    /// <param name="columns">Number of columns that each row must have.</param>
    /// <exception cref="InvalidDataException">The list is not embedded, or a row has another number of columns.</exception>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        Assembly assembly = typeof(DataTable).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"{typeof(DataTable).Namespace}.{name}")
            ?? throw new InvalidDataException($"The word list '{name}' is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] row = line.Split('\t');
            if (row.Length != columns)
            {
                throw new InvalidDataException($"Line {number} of '{name}' has {row.Length} columns; it needs {columns}.");
            }

            yield return row;
        }
    }
}
