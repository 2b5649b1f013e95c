using System.Text.Json;

namespace HybridAssistant.EndToEnd.Tests.Packaging;

/// <summary>The third-party packages that the checkout was built with.</summary>
internal static class RestoredPackages
{
    /// <summary>The folders that they lie in: the user's package folder, and its fallbacks where there are any.</summary>
    public static string[] Folders { get; } = Read();

    private static string[] Read()
    {
        using FileStream assets = File.OpenRead(Path.Combine(Repository.Root, "src", "HybridAssistant.Cli", "obj", "project.assets.json"));
        using JsonDocument json = JsonDocument.Parse(assets);
        return [.. json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }
}
