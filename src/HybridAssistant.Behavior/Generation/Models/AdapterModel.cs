using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>A LoRA adapter: a GGUF file whose header and tensors were checked by themselves.</summary>
public sealed class AdapterModel
{
    internal AdapterModel(GgufFile file, string architecture, float alpha, ImmutableArray<AdapterPair> pairs)
    {
        File = file;
        Architecture = architecture;
        Alpha = alpha;
        Pairs = pairs;
    }

    /// <summary>The file.</summary>
    public string Path => File.Path;

    /// <summary>Its bytes.</summary>
    public long Bytes => File.Length;

    /// <summary>Architecture of its base.</summary>
    public string Architecture { get; }

    /// <summary>Scales the factors' product by alpha / rank; 0: not at all.</summary>
    public float Alpha { get; }

    /// <summary>The largest rank.</summary>
    public int Rank => Pairs.Max(pair => pair.Rank);

    /// <summary>The kinds of matrices that it changes, as "attn_q".</summary>
    public IEnumerable<string> Targets => Pairs.Select(pair => pair.Target.Split('.')[^2]).Distinct(StringComparer.Ordinal);

    /// <summary>Fingerprint of the base it was made for; null where none was recorded.</summary>
    public string? BaseFingerprint => File.Find<string>(Models.BaseFingerprint.Key);

    /// <summary>Name of the base it was made for; null where none was recorded.</summary>
    public string? BaseName => File.Find<string>("general.base_model.0.name");

    internal GgufFile File { get; }

    internal ImmutableArray<AdapterPair> Pairs { get; }

    /// <summary>Checks that the adapter belongs to a base: its architecture, its fingerprint where one is recorded, and all shapes.</summary>
    /// <exception cref="ModelFileException">It does not; the message names the first mismatch.</exception>
    public void CheckFits(BaseModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Architecture != model.Shape.Architecture)
        {
            throw Mismatch($"it is for the architecture '{Architecture}'", model, $"is '{model.Shape.Architecture}'");
        }

        if (BaseFingerprint is { } recorded && recorded != model.Fingerprint)
        {
            string name = BaseName is null ? "" : $" ({BaseName})";
            throw Mismatch($"it was made for the base with the fingerprint {recorded}{name}", model, $"has {model.Fingerprint}");
        }

        foreach (AdapterPair pair in Pairs)
        {
            if (!model.File.Tensors.TryGetValue(pair.Target, out GgufTensor? target))
            {
                throw Mismatch($"it changes '{pair.Target}'", model, "has no such tensor");
            }

            if (!target.HasShape(pair.A.Dimensions[0], pair.B.Dimensions[1]))
            {
                throw Mismatch($"it changes '{pair.Target}' of [{pair.A.Dimensions[0]}, {pair.B.Dimensions[1]}]", model, $"has {target.Shape} there");
            }
        }
    }

    private ModelFileException Mismatch(string found, BaseModel model, string there) =>
        File.Fail(ModelFileFault.Mismatch, $"{found}, and the base '{model.Path}' {there}. Use the base that it was trained on.");
}
