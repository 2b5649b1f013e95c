using System.Reflection;
using System.Text;

namespace HybridAssistant.Core;

/// <summary>Reads the data files that are embedded beside the types that use them.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a tab-separated data file, without comments and blank lines, each with exactly the columns asked for.</summary>
    /// <param name="folder">The folder of the project that holds the file ("Quantities").</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="columns">Number of columns of every row.</param>
    /// <exception cref="InvalidDataException">A row has another number of columns.</exception>
    public static IEnumerable<string[]> Rows(string folder, string fileName, int columns)
    {
        Assembly assembly = typeof(EmbeddedTable).Assembly;
        string resource = $"{typeof(EmbeddedTable).Namespace}.{folder}.{fileName}";
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The data file '{resource}' is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length != columns)
            {
                throw new InvalidDataException($"Line {number} of '{fileName}' has {cells.Length} columns; it needs {columns}.");
            }

            yield return cells;
        }
    }
}
