using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>
/// The GGUF files of the models folders by name: NAME.gguf, or a folder NAME with model.gguf, adapter.gguf or a single GGUF file.
/// The first folder is the user's, into which is imported; its names go before those of the shipped ones.
/// </summary>
public sealed class ModelCatalog
{
    internal const string Extension = ".gguf";

    private static readonly string[] FilesOfFolders = ["model" + Extension, "adapter" + Extension];

    private readonly ImmutableArray<string> _folders;

    /// <summary>A catalog.</summary>
    /// <param name="folders">The user's folder, then others; missing ones are empty.</param>
    public ModelCatalog(params IEnumerable<string> folders)
    {
        _folders = [.. folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
        if (_folders.IsEmpty)
        {
            throw new ArgumentException("A catalog needs a folder.", nameof(folders));
        }
    }

    /// <summary>Where the build puts the shipped models: beside the assembly.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>The user's folder.</summary>
    public string Folder => _folders[0];

    /// <summary>The catalog of the settings.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="dataFolder">The data folder.</param>
    public static ModelCatalog Open(BehaviorOptions options, string dataFolder)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(options.ModelsPath.Length > 0 ? options.ModelsPath : Path.Combine(dataFolder, "models"), ShippedFolder);
    }

    /// <summary>Reads and checks all files, in the order of their names.</summary>
    public IEnumerable<CatalogEntry> List() =>
        Files().OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => Inspect(file.Key, file.Value));

    /// <summary>The file of a model or adapter.</summary>
    /// <param name="model">A name of the catalog, or the path of a file.</param>
    /// <returns>Null where there is none.</returns>
    public string? Find(string model)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        return Files().TryGetValue(model, out string? file) ? file : File.Exists(model) ? Path.GetFullPath(model) : null;
    }

    /// <summary>The file of a model or adapter that must be there.</summary>
    /// <param name="model">A name of the catalog, or the path of a file.</param>
    /// <exception cref="ModelFileException">There is none; the message says which there are.</exception>
    public string Locate(string model)
    {
        if (Find(model) is { } path)
        {
            return path;
        }

        Dictionary<string, string> files = Files();
        string have = files.Count == 0 ? "none" : string.Join(", ", files.Keys.Order(StringComparer.Ordinal));
        throw new ModelFileException(
            model,
            ModelFileFault.Missing,
            $"it is no file and no name in {string.Join(" or ", _folders)}. Names there: {have}. Import it, or give its path.");
    }

    /// <summary>Reads and checks a file of either kind.</summary>
    /// <param name="name">The name to call it by.</param>
    /// <param name="path">The file.</param>
    public static CatalogEntry Inspect(string name, string path)
    {
        try
        {
            GgufFile file = GgufReader.Read(path);
            return file.Find<string>("general.type") == AdapterReader.Type
                ? new(name, path, null, AdapterReader.Read(file), null)
                : new(name, path, BaseModelReader.Read(file), null, null);
        }
        catch (ModelFileException e)
        {
            return new(name, path, null, null, e);
        }
    }

    /// <summary>The file of a name in the user's folder; null where there is none.</summary>
    internal string? FindOwn(string name) => FilesOf(Folder).FirstOrDefault(file => file.Name == name).Path;

    private Dictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string path) in _folders.SelectMany(FilesOf))
        {
            files.TryAdd(name, path);
        }

        return files;
    }

    private static IEnumerable<(string Name, string Path)> FilesOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (string file in Directory.EnumerateFiles(folder, "*" + Extension))
        {
            if (Path.GetFileNameWithoutExtension(file) is var name && ModelName.IsValid(name))
            {
                yield return (name, file);
            }
        }

        foreach (string sub in Directory.EnumerateDirectories(folder))
        {
            if (Path.GetFileName(sub) is var name && ModelName.IsValid(name) && FileOf(sub) is { } file)
            {
                yield return (name, file);
            }
        }
    }

    private static string? FileOf(string folder)
    {
        string[] files = Directory.GetFiles(folder, "*" + Extension);
        return files.Length == 1 ? files[0] : FilesOfFolders.Select(name => Path.Combine(folder, name)).FirstOrDefault(files.Contains);
    }
}
