using System.Reflection;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>Reads the tab-separated word lists that are embedded beside their readers.</summary>
internal static class LexiconFile
{
    /// <summary>Lines of an embedded file without comments and blank lines, split at tabs.</summary>
    /// <param name="name">File name, such as <c>attributes.tsv</c>.</param>
    public static IEnumerable<string[]> Read(string name)
    {
        Assembly assembly = typeof(LexiconFile).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list '{name}' is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
