namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>What is to be imported.</summary>
/// <param name="Source">A GGUF file, or a folder that PEFT saved an adapter to.</param>
public sealed record ModelImport(string Source)
{
    /// <summary>The name it gets; null: that of the file or folder.</summary>
    public string? Name { get; init; }

    /// <summary>The base of an adapter: checked against, and recorded in it. A PEFT folder needs it.</summary>
    public BaseModel? Base { get; init; }

    /// <summary>Whether a model of the same name is replaced. A server that uses it switches when its running requests are done.</summary>
    public bool Replace { get; init; }
}
