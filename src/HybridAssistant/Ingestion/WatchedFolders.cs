namespace HybridAssistant.Ingestion;

/// <summary>The system's notices of changes under some paths, as far as it gives any.</summary>
internal sealed class WatchedFolders : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <summary>Starts watching.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="onChange">Called on every change, from any thread.</param>
    public WatchedFolders(IReadOnlyList<string> paths, Action onChange)
    {
        foreach (string path in paths)
        {
            string full = Path.GetFullPath(path);
            bool isFolder = Directory.Exists(full);
            string? folder = isFolder ? full : Path.GetDirectoryName(full);
            if (folder is not null && Directory.Exists(folder) && Start(folder, isFolder, onChange) is { } watcher)
            {
                _watchers.Add(watcher);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private static FileSystemWatcher? Start(string folder, bool isRecursive, Action onChange)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = isRecursive };
        watcher.Changed += (_, _) => onChange();
        watcher.Created += (_, _) => onChange();
        watcher.Deleted += (_, _) => onChange();
        watcher.Renamed += (_, _) => onChange();
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException)
        {
            // The system has no more watches to give (fs.inotify.max_user_watches): the regular look remains.
            watcher.Dispose();
            return null;
        }
    }
}
