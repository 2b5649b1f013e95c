using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>
/// Reads the measures of a base model from its metadata, within bounds that llama.cpp takes for granted: it divides by some of
/// them and ends the process on others.
/// </summary>
internal static class BaseModelShapeReader
{
    // llama.cpp keeps tables of this many layers (LLAMA_MAX_LAYERS).
    private const int MaxLayers = 512;
    private const int MaxWidth = 65_536;
    private const int MaxHeads = 1024;
    private const int MaxHeadWidth = 1024;
    private const int MaxFeedForward = 1 << 20;
    private const int MaxContext = 1 << 24;

    private static readonly string[] Architectures = ["llama", "qwen2"];
    private static readonly string[] RopeScalings = ["none", "linear", "yarn", "longrope"];

    /// <summary>Reads the measures.</summary>
    /// <exception cref="ModelFileException">One is missing, out of bounds, or of a model that is not served.</exception>
    public static BaseModelShape Read(GgufFile file)
    {
        string architecture = file.Text("general.architecture");
        if (!Architectures.Contains(architecture))
        {
            throw file.Fail(
                ModelFileFault.Unsupported,
                $"its architecture is '{architecture}'; {string.Join(" and ", Architectures)} are served. " +
                "Use an instruct model of one of these families.");
        }

        string Key(string name) => $"{architecture}.{name}";
        int width = file.Number(Key("embedding_length"), 1, MaxWidth);
        int heads = file.Number(Key("attention.head_count"), 1, MaxHeads);
        int keyWidth = file.NumberOr(Key("attention.key_length"), width / heads, 1, MaxHeadWidth);
        var shape = new BaseModelShape(
            architecture,
            file.Number(Key("block_count"), 1, MaxLayers),
            width,
            heads,
            file.NumberOr(Key("attention.head_count_kv"), heads, 1, heads),
            keyWidth,
            file.NumberOr(Key("attention.value_length"), keyWidth, 1, MaxHeadWidth),
            file.Number(Key("feed_forward_length"), 1, MaxFeedForward),
            file.Number(Key("context_length"), 1, MaxContext));
        CheckHeads(file, shape, file.NumberOr(Key("rope.dimension_count"), keyWidth, 2, MaxHeadWidth));
        CheckRest(file, Key);
        return shape;
    }

    private static void CheckHeads(GgufFile file, BaseModelShape shape, int rotated)
    {
        if (shape.Heads % shape.KeyValueHeads != 0 || (shape.KeyWidth == shape.Width / shape.Heads && shape.Width % shape.Heads != 0))
        {
            throw file.Fail(
                ModelFileFault.Invalid,
                $"a width of {shape.Width}, {shape.Heads} heads and {shape.KeyValueHeads} key-value heads do not divide each other. " +
                "The file is damaged.");
        }

        if (rotated != shape.KeyWidth || rotated % 2 != 0)
        {
            throw file.Fail(
                ModelFileFault.Invalid,
                $"{rotated} numbers of a head are rotated by position and a head has {shape.KeyWidth}; they must be equal and even. " +
                "The file is damaged.");
        }
    }

    private static void CheckRest(GgufFile file, Func<string, string> key)
    {
        file.RealOr(key("attention.layer_norm_rms_epsilon"), 1e-5f, 0, 1);
        file.RealOr(key("rope.freq_base"), 10_000, 1, 1e12f);
        if (file.NumberOr(key("expert_count"), 0, 0, int.MaxValue) + file.NumberOr(key("expert_used_count"), 0, 0, int.MaxValue) > 0)
        {
            throw file.Fail(ModelFileFault.Unsupported, "it is a mixture of experts, which is not served. Use a dense model.");
        }

        if (file.Find<string>(key("rope.scaling.type")) is { } scaling && !RopeScalings.Contains(scaling))
        {
            throw file.Fail(
                ModelFileFault.Unsupported,
                $"'{key("rope.scaling.type")}' is '{scaling}'; one of {string.Join(", ", RopeScalings)} is allowed.");
        }

        if (file.FindValue<ushort>("split.count") is > 1 and var parts)
        {
            throw file.Fail(
                ModelFileFault.Unsupported,
                $"it is one of {parts} parts of a model. Merge them with llama-gguf-split --merge.");
        }
    }
}
