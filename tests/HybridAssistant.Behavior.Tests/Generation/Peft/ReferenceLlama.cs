using System.Runtime.InteropServices;
using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Behavior.Tests.Generation.Peft;

/// <summary>
/// Llama and Qwen2 as Hugging Face's transformers compute them, on weights in their order: the first half of a head is rotated
/// against the second. Plain loops, so that it can be read against modeling_llama.py.
/// </summary>
internal sealed class ReferenceLlama
{
    private readonly RandomModelShape _shape;
    private readonly Dictionary<string, float[]> _weights;

    /// <summary>Reads an F32 file and puts the rows of "llama" queries and keys back into Hugging Face's order.</summary>
    public ReferenceLlama(string path, RandomModelShape shape)
    {
        _shape = shape;
        byte[] bytes = File.ReadAllBytes(path);
        _weights = GgufReader.Read(path).Tensors.ToDictionary(
            entry => entry.Key, entry => MemoryMarshal.Cast<byte, float>(bytes.AsSpan((int)entry.Value.Position, (int)entry.Value.Bytes)).ToArray());
        for (int layer = 0; shape.Architecture == "llama" && layer < shape.Layers; layer++)
        {
            _weights[$"blk.{layer}.attn_q.weight"] = Deinterleave(_weights[$"blk.{layer}.attn_q.weight"]);
            _weights[$"blk.{layer}.attn_k.weight"] = Deinterleave(_weights[$"blk.{layer}.attn_k.weight"]);
        }
    }

    /// <summary>Adds scale B A to a matrix.</summary>
    public void Merge(string name, float[] a, float[] b, int rank, float scale)
    {
        float[] matrix = _weights[name];
        int columns = a.Length / rank;
        for (int at = 0; at < matrix.Length; at++)
        {
            for (int r = 0; r < rank; r++)
            {
                matrix[at] += scale * b[(at / columns * rank) + r] * a[(r * columns) + (at % columns)];
            }
        }
    }

    /// <summary>Logits after the last token.</summary>
    public float[] Logits(int[] tokens)
    {
        float[][] states = [.. tokens.Select(token => _weights["token_embd.weight"][(token * _shape.Width)..((token + 1) * _shape.Width)])];
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            string prefix = $"blk.{layer}.";
            float[][] normed = [.. states.Select(state => Norm(state, prefix + "attn_norm.weight"))];
            float[][] queries = [.. normed.Select((state, position) => Rotate(Project(state, prefix + "attn_q"), position))];
            float[][] keys = [.. normed.Select((state, position) => Rotate(Project(state, prefix + "attn_k"), position))];
            float[][] values = [.. normed.Select(state => Project(state, prefix + "attn_v"))];
            for (int position = 0; position < tokens.Length; position++)
            {
                states[position] = Add(states[position], Project(Attend(queries[position], keys, values, position), prefix + "attn_output"));
                float[] inner = Norm(states[position], prefix + "ffn_norm.weight");
                float[] gate = Project(inner, prefix + "ffn_gate");
                float[] up = Project(inner, prefix + "ffn_up");
                states[position] = Add(states[position], Project([.. gate.Zip(up, (g, u) => g / (1 + MathF.Exp(-g)) * u)], prefix + "ffn_down"));
            }
        }

        return Multiply(Norm(states[^1], "output_norm.weight"), _weights["token_embd.weight"]);
    }

    private float[] Attend(float[] query, float[][] keys, float[][] values, int position)
    {
        int width = _shape.HeadWidth;
        var output = new float[_shape.Width];
        for (int head = 0; head < _shape.Heads; head++)
        {
            int shared = head / (_shape.Heads / _shape.KeyValueHeads) * width;
            double[] weights = new double[position + 1];
            for (int past = 0; past <= position; past++)
            {
                double dot = 0;
                for (int i = 0; i < width; i++)
                {
                    dot += query[(head * width) + i] * keys[past][shared + i];
                }

                weights[past] = Math.Exp(dot / Math.Sqrt(width));
            }

            double sum = weights.Sum();
            for (int i = 0; i < width; i++)
            {
                output[(head * width) + i] = (float)weights.Select((weight, past) => weight / sum * values[past][shared + i]).Sum();
            }
        }

        return output;
    }

    // rotate_half of modeling_llama.py.
    private float[] Rotate(float[] heads, int position)
    {
        int half = _shape.HeadWidth / 2;
        var rotated = new float[heads.Length];
        for (int at = 0; at < heads.Length; at++)
        {
            int within = at % (2 * half);
            double angle = position * Math.Pow(_shape.RopeBase, -(within % half) / (double)half);
            double other = within < half ? -heads[at + half] : heads[at - half];
            rotated[at] = (float)((heads[at] * Math.Cos(angle)) + (other * Math.Sin(angle)));
        }

        return rotated;
    }

    private float[] Project(float[] input, string name)
    {
        float[] output = Multiply(input, _weights[name + ".weight"]);
        return _weights.TryGetValue(name + ".bias", out float[]? bias) ? Add(output, bias) : output;
    }

    private float[] Norm(float[] state, string name)
    {
        double root = Math.Sqrt(state.Average(number => (double)number * number) + 1e-5);
        return [.. state.Zip(_weights[name], (number, weight) => (float)(number / root * weight))];
    }

    private static float[] Multiply(float[] input, float[] matrix) => [.. Enumerable.Range(0, matrix.Length / input.Length)
        .Select(row => (float)input.Select((number, i) => (double)number * matrix[(row * input.Length) + i]).Sum())];

    private static float[] Add(float[] left, float[] right) => [.. left.Zip(right, (l, r) => l + r)];

    private float[] Deinterleave(float[] matrix)
    {
        int half = _shape.HeadWidth / 2;
        var ordered = new float[matrix.Length];
        for (int row = 0; row < matrix.Length / _shape.Width; row++)
        {
            (int head, int within) = (row / (2 * half), row % (2 * half));
            int target = (head * 2 * half) + (within % 2 * half) + (within / 2);
            Array.Copy(matrix, row * _shape.Width, ordered, target * _shape.Width, _shape.Width);
        }

        return ordered;
    }
}
