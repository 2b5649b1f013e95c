using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>Adapters by name: NAME.gguf in one folder, or NAME/adapter.gguf. Requests bring names, never paths.</summary>
/// <param name="folder">The folder; null or missing: there are no adapters.</param>
public sealed class AdapterFolder(string? folder)
{
    /// <summary>The file of an adapter as it is now.</summary>
    /// <returns>Null when there is none of this name.</returns>
    internal AdapterFile? Find(string name)
    {
        if (folder is null || !ModelName.IsValid(name))
        {
            return null;
        }

        string[] candidates = [Path.Combine(folder, name + ".gguf"), Path.Combine(folder, name, "adapter.gguf")];
        return candidates.Select(path => new FileInfo(path)).Where(file => file.Exists)
            .Select(file => new AdapterFile(file.FullName, file.Length, file.LastWriteTimeUtc))
            .FirstOrDefault();
    }
}
