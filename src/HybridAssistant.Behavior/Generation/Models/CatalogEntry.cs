namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>A file of the catalog: one of <see cref="Base"/>, <see cref="Adapter"/> and <see cref="Fault"/> is there.</summary>
/// <param name="Name">The name it is called by.</param>
/// <param name="Path">The file.</param>
/// <param name="Base">The base model.</param>
/// <param name="Adapter">The adapter.</param>
/// <param name="Fault">Why it cannot be used.</param>
public sealed record CatalogEntry(string Name, string Path, BaseModel? Base, AdapterModel? Adapter, ModelFileException? Fault);
