namespace HybridAssistant.Benchmarks;

/// <summary>The PDFs that whole-path benchmarks read: the corpus and, where they lie beside the repository, the real sheets.</summary>
internal static class SampleSheets
{
    public static string Corpus { get; } = Path.Combine(FindUpward("corpus"), "sheets");

    public static string Cases { get; } = Path.Combine(FindUpward("corpus"), "cases", "evaluation");

    /// <summary>The folders that are there.</summary>
    public static string[] Folders { get; } = FindFolders();

    public static string[] Files() =>
        [.. Folders.SelectMany(folder => Directory.GetFiles(folder, "*.pdf", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];

    private static string[] FindFolders()
    {
        string real = Path.Combine(FindUpward("corpus"), "..", "..", "shared", "real-sheets", "dev");
        if (Directory.Exists(real))
        {
            return [Corpus, Path.GetFullPath(real)];
        }

        Console.WriteLine("// '../shared/real-sheets/dev' is not there: measured with the corpus alone.");
        return [Corpus];
    }

    private static string FindUpward(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, name);
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        throw new DirectoryNotFoundException($"No folder '{name}' above '{AppContext.BaseDirectory}'. Run the benchmarks from a clone.");
    }
}
