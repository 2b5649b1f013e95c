using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Cli.Output;

/// <summary>A model as `hybrid models --json` writes it; what its kind does not have is null.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">"base", "adapter", "embedder", or "unusable".</param>
/// <param name="Path">Its file or folder.</param>
/// <param name="Bytes">Bytes of its files.</param>
/// <param name="Problem">Why it cannot be used, for people.</param>
/// <param name="Fault">Why it cannot be used, for programs.</param>
internal sealed record ModelLine(string Name, string Kind, string Path, long Bytes, string? Problem = null, string? Fault = null)
{
    public string? Architecture { get; init; }

    public int? Layers { get; init; }

    public long? Parameters { get; init; }

    public string? Quantization { get; init; }

    public int? ContextLength { get; init; }

    public int? Tokens { get; init; }

    /// <summary>Of a base: its own; of an adapter: that of its base.</summary>
    public string? BaseFingerprint { get; init; }

    public string? BaseName { get; init; }

    public int? Rank { get; init; }

    public float? Alpha { get; init; }

    public string[]? Targets { get; init; }

    /// <summary>Of an embedder: numbers of a vector.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Of an embedder that was run.</summary>
    public string? Fingerprint { get; init; }

    public static ModelLine Of(CatalogEntry entry) => entry switch
    {
        { Base: { } model } => new(entry.Name, "base", entry.Path, model.Bytes)
        {
            Architecture = model.Shape.Architecture,
            Layers = model.Shape.Layers,
            Parameters = model.Parameters,
            Quantization = model.Quantization,
            ContextLength = model.Shape.ContextLength,
            Tokens = model.Vocabulary.Tokens.Count,
            BaseFingerprint = model.Fingerprint,
        },
        { Adapter: { } adapter } => new(entry.Name, "adapter", entry.Path, adapter.Bytes)
        {
            Architecture = adapter.Architecture,
            Rank = adapter.Rank,
            Alpha = adapter.Alpha,
            Targets = [.. adapter.Targets],
            BaseFingerprint = adapter.BaseFingerprint,
            BaseName = adapter.BaseName,
        },
        _ => Unusable(entry.Name, entry.Fault!) with { Path = entry.Path, Bytes = File.Exists(entry.Path) ? new FileInfo(entry.Path).Length : 0 },
    };

    /// <summary>A model that cannot be used.</summary>
    public static ModelLine Unusable(string name, Exception problem) => new(
        name, "unusable", name, 0, problem.Message, (problem as ModelFileException)?.Fault.ToString().ToLowerInvariant());

    /// <summary>An embedding model: a folder beside the assembly.</summary>
    public static ModelLine OfEmbedder(string folder) => new(
        System.IO.Path.GetFileName(folder),
        "embedder",
        folder,
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length));
}
