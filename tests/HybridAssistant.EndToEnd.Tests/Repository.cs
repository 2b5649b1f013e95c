namespace HybridAssistant.EndToEnd.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The sample corpus.</summary>
    public static string Corpus => Path.Combine(Root, "corpus");

    /// <summary>The built command: its own output, of the configuration that the tests were built in.</summary>
    public static string Command => Path.Combine(Root, "src", "HybridAssistant.Cli", Output, "hybrid.dll");

    /// <summary>The built sample of a support desk.</summary>
    public static string SupportDesk => Path.Combine(Root, "samples", "support-desk", Output, "SupportDesk.dll");

    /// <summary>The built sample of an application that embeds the assistant.</summary>
    public static string EmbeddedSample => Path.Combine(Root, "samples", "Embedded", Output, "Embedded.dll");

    /// <summary>A sheet of the sample corpus.</summary>
    public static string Sheet(string relativePath) => Path.Combine(Corpus, "sheets", relativePath);

    /// <summary>A file of the corpus' cases.</summary>
    public static string Cases(string relativePath) => Path.Combine(Corpus, "cases", relativePath);

    /// <summary>Where a project's output lies in its folder: bin/CONFIGURATION/FRAMEWORK, the same for every project.</summary>
    public static string Output => Path.GetRelativePath(Path.Combine(Root, "tests", "HybridAssistant.EndToEnd.Tests"), AppContext.BaseDirectory);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HybridAssistant.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no HybridAssistant.sln above '{AppContext.BaseDirectory}'.");
    }
}
