using System.Collections.Immutable;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.RandomModels;

/// <summary>Writes language models of random weights that llama.cpp loads like any other.</summary>
public static class RandomModel
{
    /// <summary>
    /// Standard deviation of what a matrix makes of normalised input. Large enough that the layers outweigh the embedding of the
    /// last token; with 1, a model whose embedding is its output matrix repeats that token for ever.
    /// </summary>
    internal const float Gain = 2;

    private const float BiasDeviation = 0.1f;

    /// <summary>Writes a model.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="shape">Its measures.</param>
    /// <param name="vocabulary">Its vocabulary.</param>
    /// <param name="seed">Seed of the weights: the same seed gives the same file.</param>
    public static void Write(string path, RandomModelShape shape, SampleVocabulary vocabulary, int seed)
    {
        using FileStream stream = File.Create(path);
        Prepare(shape, vocabulary, seed).Write(stream);
    }

    /// <summary>The model as a file about to be written.</summary>
    internal static GgufWriter Prepare(RandomModelShape shape, SampleVocabulary vocabulary, int seed)
    {
        var file = new GgufWriter();
        WriteHeader(file, shape, vocabulary, seed);
        vocabulary.WriteTo(file);
        var random = new SplitMix((ulong)seed);
        float spread = shape.LogitSpread / MathF.Sqrt(shape.Width);
        Matrix(file, "token_embd", shape.Embedding, shape.Width, vocabulary.Tokens.Length, spread, random);
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            WriteLayer(file, shape, $"blk.{layer}.", random);
        }

        Norm(file, "output_norm", shape.Width, random);
        return file;
    }

    private static void WriteHeader(GgufWriter file, RandomModelShape shape, SampleVocabulary vocabulary, int seed)
    {
        string architecture = shape.Architecture;
        file.Set("general.architecture", architecture);
        file.Set("general.type", "model");
        file.Set("general.name", $"random {architecture} of seed {seed}");
        file.Set($"{architecture}.vocab_size", (uint)vocabulary.Tokens.Length);
        file.Set($"{architecture}.context_length", (uint)shape.Context);
        file.Set($"{architecture}.embedding_length", (uint)shape.Width);
        file.Set($"{architecture}.block_count", (uint)shape.Layers);
        file.Set($"{architecture}.feed_forward_length", (uint)shape.FeedForward);
        file.Set($"{architecture}.attention.head_count", (uint)shape.Heads);
        file.Set($"{architecture}.attention.head_count_kv", (uint)shape.KeyValueHeads);
        file.Set($"{architecture}.attention.layer_norm_rms_epsilon", 1e-5f);
        file.Set($"{architecture}.rope.dimension_count", (uint)shape.HeadWidth);
        file.Set($"{architecture}.rope.freq_base", shape.RopeBase);
    }

    private static void WriteLayer(GgufWriter file, RandomModelShape shape, string layer, SplitMix random)
    {
        (int width, int narrow, int inner) = (shape.Width, shape.KeyValueWidth, shape.FeedForward);
        Norm(file, layer + "attn_norm", width, random);
        foreach ((string name, int from, int to) in ((string, int, int)[])
            [("attn_q", width, width), ("attn_k", width, narrow), ("attn_v", width, narrow), ("attn_output", width, width)])
        {
            Matrix(file, layer + name, shape.Weights, from, to, random);
            if (shape.Architecture == "qwen2" && name != "attn_output")
            {
                file.AddTensor(
                    $"{layer}{name}.bias", GgufTensorType.F32, [to], RandomNumbers.Of(GgufTensorType.F32, to, BiasDeviation, random.Fork()));
            }
        }

        Norm(file, layer + "ffn_norm", width, random);
        Matrix(file, layer + "ffn_gate", shape.Weights, width, inner, random);
        Matrix(file, layer + "ffn_up", shape.Weights, width, inner, random);
        Matrix(file, layer + "ffn_down", shape.Weights, inner, width, random);
    }

    private static void Norm(GgufWriter file, string name, int width, SplitMix random) =>
        file.AddTensor(name + ".weight", GgufTensorType.F32, [width], RandomNumbers.NearOne(width, random.Fork()));

    private static void Matrix(GgufWriter file, string name, GgufTensorType type, int from, int to, SplitMix random) =>
        Matrix(file, name, type, from, to, Gain / MathF.Sqrt(from), random);

    private static void Matrix(GgufWriter file, string name, GgufTensorType type, int from, int to, float deviation, SplitMix random)
    {
        ImmutableArray<long> dimensions = [from, to];
        file.AddTensor(name + ".weight", type, dimensions, RandomNumbers.Of(type, (long)from * to, deviation, random.Fork()));
    }
}
