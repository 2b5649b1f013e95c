namespace HybridAssistant.Core.Tests;

/// <summary>Finds files of the folder <c>shared</c> that may lie beside the repository.</summary>
internal static class SharedFolder
{
    /// <summary>Skips the running test, saying what is absent, where there is no such file.</summary>
    public static string FindOrSkip(string relativePath)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", relativePath);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"'../shared/{relativePath}' is not there.");
        return "";
    }
}
