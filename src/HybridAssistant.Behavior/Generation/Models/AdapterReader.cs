using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>Reads and checks a LoRA adapter before llama.cpp sees it, which crashes on a bad one when it is used.</summary>
public static partial class AdapterReader
{
    /// <summary>The value of general.type.</summary>
    internal const string Type = "adapter";

    internal const string AlphaKey = "adapter.lora.alpha";
    internal const string SuffixA = ".lora_a", SuffixB = ".lora_b";

    private const int MaxRank = 1024;

    /// <summary>Reads header and table of tensors.</summary>
    /// <param name="path">A GGUF file.</param>
    /// <exception cref="ModelFileException">The file cannot be used; the message says why and what to do.</exception>
    public static AdapterModel Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(GgufReader.Read(path));
    }

    internal static AdapterModel Read(GgufFile file)
    {
        Expect(file, "general.type", Type, "Name adapters here, and the base as such.");
        Expect(file, "adapter.type", "lora", "Only LoRA adapters are served.");
        if (file.Metadata.ContainsKey("adapter.alora.invocation_tokens"))
        {
            throw file.Fail(
                ModelFileFault.Unsupported,
                "it is an activated LoRA, which works from a certain token on. Train a plain LoRA.");
        }

        if (file.Tensors.Keys.FirstOrDefault(name => !FactorName().IsMatch(name)) is { } stray)
        {
            throw file.Fail(
                ModelFileFault.Unsupported,
                $"the tensor '{stray}' is no factor of a matrix of a layer. Train the adapter on attention and feed-forward matrices only.");
        }

        ImmutableArray<AdapterPair> pairs =
            [.. file.Tensors.Keys.Select(name => name[..^SuffixA.Length]).Distinct(StringComparer.Ordinal).Select(target => Pair(file, target))];
        return pairs.IsEmpty
            ? throw file.Fail(ModelFileFault.Invalid, "it has no tensors. Convert the adapter again.")
            : new AdapterModel(file, file.Text("general.architecture"), file.RealOr(AlphaKey, 0, 0, 1e6f), pairs);
    }

    private static AdapterPair Pair(GgufFile file, string target)
    {
        GgufTensor a = file.Tensor(target + SuffixA);
        GgufTensor b = file.Tensor(target + SuffixB);
        if (a.Dimensions.Length != 2 || b.Dimensions.Length != 2 || a.Dimensions[1] != b.Dimensions[0] || b.Dimensions[0] > MaxRank)
        {
            throw file.Fail(
                ModelFileFault.Invalid,
                $"the factors of '{target}' are {a.Shape} and {b.Shape}; [input, rank] and [rank, output] with a rank up to {MaxRank} " +
                "are expected. Convert the adapter again.");
        }

        return new AdapterPair(target, a, b);
    }

    private static void Expect(GgufFile file, string key, string value, string advice)
    {
        if (file.Text(key) is var found && found != value)
        {
            throw file.Fail(ModelFileFault.Unsupported, $"'{key}' is '{found}' and not '{value}'. {advice}");
        }
    }

    [GeneratedRegex(
        @"^blk\.[0-9]{1,3}\.(attn_q|attn_k|attn_v|attn_output|ffn_gate|ffn_up|ffn_down)\.weight\.lora_[ab]\z", RegexOptions.CultureInvariant)]
    private static partial Regex FactorName();
}
