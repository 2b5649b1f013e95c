namespace HybridAssistant.Documents.Tests;

/// <summary>Finds files of the repository from the folder of the tests.</summary>
internal static class RepositoryFolder
{
    /// <summary>The path of a file or folder.</summary>
    public static string Find(string relativePath)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, relativePath);
            if (File.Exists(Path.Combine(folder.FullName, "HybridAssistant.sln")))
            {
                return path;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
