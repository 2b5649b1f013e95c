using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>
/// The tensors of the served architectures, and the check that a file has them, of the right shape, and no others: llama.cpp
/// would compute something else, or nothing, with them.
/// </summary>
internal static class BaseModelTensors
{
    /// <summary>Checks a file's table of tensors.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">Its measures.</param>
    /// <param name="vocabulary">Number of its tokens.</param>
    /// <exception cref="ModelFileException">A tensor is missing, of another shape or storage, or not known.</exception>
    public static void Check(GgufFile file, BaseModelShape shape, int vocabulary)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (ExpectedTensor expected in Expected(shape, vocabulary))
        {
            known.Add(expected.Name);
            if (expected.Required || file.Tensors.ContainsKey(expected.Name))
            {
                Check(file, file.Tensor(expected.Name), expected);
            }
        }

        if (file.Tensors.Keys.FirstOrDefault(name => !known.Contains(name)) is { } stray)
        {
            throw file.Fail(
                ModelFileFault.Unsupported,
                $"the tensor '{stray}' does not belong to a {shape.Architecture} model of {shape.Layers} layers. The model is of another kind.");
        }
    }

    /// <summary>Tensors of a model of a shape.</summary>
    public static IEnumerable<ExpectedTensor> Expected(BaseModelShape shape, int vocabulary)
    {
        yield return new("token_embd.weight", [shape.Width, vocabulary], Required: true);
        yield return new("output_norm.weight", [shape.Width], Required: true);
        // Left out where the embedding is the output matrix too.
        yield return new("output.weight", [shape.Width, vocabulary], Required: false);
        // Llama 3 stretches its positions by factors of its own.
        yield return new("rope_freqs.weight", [shape.KeyWidth / 2], Required: false);
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            foreach (ExpectedTensor tensor in OfLayer(shape))
            {
                yield return tensor with { Name = $"blk.{layer}.{tensor.Name}" };
            }
        }
    }

    private static IEnumerable<ExpectedTensor> OfLayer(BaseModelShape shape)
    {
        bool biased = shape.Architecture == "qwen2";
        long queries = (long)shape.KeyWidth * shape.Heads;
        long keys = (long)shape.KeyWidth * shape.KeyValueHeads;
        long values = (long)shape.ValueWidth * shape.KeyValueHeads;
        yield return new("attn_norm.weight", [shape.Width], Required: true);
        yield return new("attn_q.weight", [shape.Width, queries], Required: true);
        yield return new("attn_q.bias", [queries], biased);
        yield return new("attn_k.weight", [shape.Width, keys], Required: true);
        yield return new("attn_k.bias", [keys], biased);
        yield return new("attn_v.weight", [shape.Width, values], Required: true);
        yield return new("attn_v.bias", [values], biased);
        yield return new("attn_output.weight", [(long)shape.ValueWidth * shape.Heads, shape.Width], Required: true);
        yield return new("ffn_norm.weight", [shape.Width], Required: true);
        yield return new("ffn_gate.weight", [shape.Width, shape.FeedForward], Required: true);
        yield return new("ffn_up.weight", [shape.Width, shape.FeedForward], Required: true);
        yield return new("ffn_down.weight", [shape.FeedForward, shape.Width], Required: true);
    }

    private static void Check(GgufFile file, GgufTensor tensor, ExpectedTensor expected)
    {
        if (!tensor.HasShape(expected.Dimensions.AsSpan()))
        {
            string right = GgufTensor.Describe(expected.Dimensions.AsSpan());
            throw file.Fail(
                ModelFileFault.Invalid,
                $"the tensor '{tensor.Name}' is {tensor.Shape}; by the model's metadata it is {right}. The file is damaged.");
        }

        if (expected.Dimensions.Length == 1 && tensor.Type != GgufTensorType.F32)
        {
            throw file.Fail(
                ModelFileFault.Unsupported,
                $"the tensor '{tensor.Name}' is stored as {tensor.Type}; llama.cpp needs F32 there. Convert the model again.");
        }
    }
}
