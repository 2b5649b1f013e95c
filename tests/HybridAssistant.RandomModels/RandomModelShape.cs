using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.RandomModels;

/// <summary>The measures of a model.</summary>
public sealed record RandomModelShape
{
    /// <summary>"llama" or "qwen2".</summary>
    public string Architecture { get; init; } = "llama";

    public required int Layers { get; init; }

    public required int Width { get; init; }

    public required int Heads { get; init; }

    public required int KeyValueHeads { get; init; }

    public required int FeedForward { get; init; }

    /// <summary>Positions of the longest context.</summary>
    public required int Context { get; init; }

    public float RopeBase { get; init; } = 10_000;

    /// <summary>How the matrices of the layers are stored.</summary>
    public required GgufTensorType Weights { get; init; }

    /// <summary>How the embedding, which is the output matrix too, is stored.</summary>
    public required GgufTensorType Embedding { get; init; }

    /// <summary>
    /// Standard deviation of the logits: 3 gives a model with an opinion (the likeliest token stands out), 0.1 one that finds
    /// all tokens alike.
    /// </summary>
    public float LogitSpread { get; init; } = 3;

    /// <summary>Numbers of one head.</summary>
    public int HeadWidth => Width / Heads;

    /// <summary>Rows of the key and value matrices.</summary>
    public int KeyValueWidth => HeadWidth * KeyValueHeads;

    /// <summary>Two layers of width 64: a file of less than a megabyte, a decode of microseconds.</summary>
    public static RandomModelShape Tiny { get; } = new()
    {
        Layers = 2,
        Width = 64,
        Heads = 4,
        KeyValueHeads = 2,
        FeedForward = 128,
        Context = 4096,
        Weights = GgufTensorType.F32,
        Embedding = GgufTensorType.F32,
    };

    /// <summary>
    /// SmolLM2-135M in Q4_0. The embedding is Q8_0, as llama.cpp's own quantiser stores it where it is the output matrix too and
    /// its rows are no multiple of 256.
    /// </summary>
    public static RandomModelShape SmolLM2 { get; } = new()
    {
        Layers = 30,
        Width = 576,
        Heads = 9,
        KeyValueHeads = 3,
        FeedForward = 1536,
        Context = 8192,
        RopeBase = 100_000,
        Weights = GgufTensorType.Q4_0,
        Embedding = GgufTensorType.Q8_0,
    };
}
