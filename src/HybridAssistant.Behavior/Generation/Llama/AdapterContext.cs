namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>The loop of one adapter, or of the base.</summary>
internal sealed class AdapterContext(string? name, AdapterFile? file, DecodingLoop loop) : IDisposable
{
    /// <summary>The adapter's name; null: the base.</summary>
    public string? Name { get; } = name;

    /// <summary>The file that it was loaded from.</summary>
    public AdapterFile? File { get; } = file;

    public DecodingLoop Loop { get; } = loop;

    /// <summary>When it last had something to do, as a time stamp of the clock.</summary>
    public long LastUse { get; set; }

    public void Dispose() => Loop.Dispose();
}
