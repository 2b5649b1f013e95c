using System.Text.Json.Nodes;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Behavior.Tests.Generation.Peft;

/// <summary>A folder as PEFT saves an adapter to, with random weights on q, k, v and o.</summary>
internal sealed class PeftFolder
{
    private static readonly string[] Projections = ["q_proj", "k_proj", "v_proj", "o_proj"];

    private readonly Random _random = new(7);
    private readonly string _type;

    public PeftFolder(string path, RandomModelShape shape, int rank = 4, float alpha = 8, string type = "F32")
    {
        Path = Directory.CreateDirectory(path).FullName;
        _type = type;
        Configuration = new JsonObject
        {
            ["peft_type"] = "LORA",
            ["r"] = rank,
            ["lora_alpha"] = alpha,
            ["use_rslora"] = false,
            ["use_dora"] = false,
            ["bias"] = "none",
            ["modules_to_save"] = null,
            ["rank_pattern"] = new JsonObject(),
            ["init_lora_weights"] = true,
            ["target_modules"] = new JsonArray("q_proj", "k_proj", "v_proj", "o_proj"),
            ["base_model_name_or_path"] = "example/base",
        };
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            foreach (string projection in Projections)
            {
                int output = projection is "k_proj" or "v_proj" ? shape.KeyValueWidth : shape.Width;
                Tensors[Name(layer, projection, 'A')] = ([rank, shape.Width], Numbers(rank * shape.Width));
                Tensors[Name(layer, projection, 'B')] = ([output, rank], Numbers(output * rank));
            }
        }

        Save();
    }

    public string Path { get; }

    public JsonObject Configuration { get; }

    public Dictionary<string, (int[] Shape, float[] Numbers)> Tensors { get; } = [];

    public static string Name(int layer, string projection, char factor) =>
        $"base_model.model.model.layers.{layer}.self_attn.{projection}.lora_{factor}.weight";

    public void Save()
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "adapter_config.json"), Configuration.ToJsonString());
        SafetensorsWriter.Write(System.IO.Path.Combine(Path, "adapter_model.safetensors"), _type, Tensors);
    }

    // Few enough bits that F16 and BF16 hold them exactly.
    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.Next(-64, 65) / 256f)];
}
