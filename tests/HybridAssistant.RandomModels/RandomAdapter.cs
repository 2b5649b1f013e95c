using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.RandomModels;

/// <summary>Writes LoRA adapters of random weights on q, k, v and o.</summary>
public static class RandomAdapter
{
    /// <summary>Writes an adapter of a model's shape.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="shape">The base's measures.</param>
    /// <param name="rank">Rank of the two factors.</param>
    /// <param name="seed">Seed of the weights.</param>
    /// <param name="strength">How much the adapter changes the base: 1 is a change about as large as the base's weights.</param>
    public static void Write(string path, RandomModelShape shape, int rank, int seed, float strength = 1)
    {
        using FileStream stream = File.Create(path);
        Prepare(shape, rank, seed, strength).Write(stream);
    }

    /// <summary>The adapter as a file about to be written.</summary>
    internal static GgufWriter Prepare(RandomModelShape shape, int rank, int seed, float strength = 1)
    {
        var file = new GgufWriter();
        file.Set("general.type", "adapter");
        file.Set("general.architecture", shape.Architecture);
        file.Set("general.name", $"random adapter of seed {seed}");
        file.Set("adapter.type", "lora");
        // alpha / rank scales the product of the factors; alpha = rank leaves it as it is.
        file.Set("adapter.lora.alpha", (float)rank);
        var random = new SplitMix((ulong)seed);
        // The product of two factors of this deviation has that of the base's weights, times the strength.
        float deviation = MathF.Sqrt(RandomModel.Gain / MathF.Sqrt(shape.Width) * strength / MathF.Sqrt(rank));
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            foreach ((string name, int to) in ((string, int)[])
                [("attn_q", shape.Width), ("attn_k", shape.KeyValueWidth), ("attn_v", shape.KeyValueWidth), ("attn_output", shape.Width)])
            {
                string weight = $"blk.{layer}.{name}.weight";
                Factor(file, weight + ".lora_a", shape.Width, rank, deviation, random);
                Factor(file, weight + ".lora_b", rank, to, deviation, random);
            }
        }

        return file;
    }

    private static void Factor(GgufWriter file, string name, int from, int to, float deviation, SplitMix random) =>
        file.AddTensor(name, GgufTensorType.F32, [from, to], RandomNumbers.Of(GgufTensorType.F32, (long)from * to, deviation, random.Fork()));
}
