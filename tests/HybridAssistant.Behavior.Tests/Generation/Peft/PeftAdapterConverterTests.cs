using System.Text.Json.Nodes;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Generation.Peft;
using HybridAssistant.Behavior.Tests.Generation.Models;
using HybridAssistant.RandomModels;
using LLama;
using LLama.Common;
using LLama.Native;

namespace HybridAssistant.Behavior.Tests.Generation.Peft;

[Collection(LlamaCollection.Name)]
public sealed class PeftAdapterConverterTests : IDisposable
{
    private static readonly int[] Prompt = [70, 300, 71, 500, 600, 72, 900];

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("llama", false, "F32")]
    [InlineData("llama", true, "BF16")]
    [InlineData("qwen2", false, "F16")]
    public void The_converted_adapter_computes_what_the_merged_model_does(string architecture, bool rankStabilised, string type)
    {
        const int Rank = 4;
        const float Alpha = 8;
        RandomModelShape shape = RandomModelShape.Tiny with { Architecture = architecture };
        string path = _folder.WriteBase(shape: shape);
        var peft = new PeftFolder(_folder["peft"], shape, Rank, Alpha, type);
        peft.Configuration["use_rslora"] = rankStabilised;
        peft.Save();
        var reference = new ReferenceLlama(path, shape);
        AssertNear(reference.Logits(Prompt), Logits(path, adapter: null));
        foreach ((string projection, string kind) in ((string, string)[])[("q_proj", "attn_q"), ("k_proj", "attn_k"), ("v_proj", "attn_v"), ("o_proj", "attn_output")])
        {
            for (int layer = 0; layer < shape.Layers; layer++)
            {
                float[] a = peft.Tensors[PeftFolder.Name(layer, projection, 'A')].Numbers;
                float[] b = peft.Tensors[PeftFolder.Name(layer, projection, 'B')].Numbers;
                reference.Merge($"blk.{layer}.{kind}.weight", a, b, Rank, rankStabilised ? Alpha / MathF.Sqrt(Rank) : Alpha / Rank);
            }
        }

        float[] converted = Logits(path, Convert(peft.Path, path));

        AssertNear(reference.Logits(Prompt), converted);
        Assert.True(converted.Zip(Logits(path, adapter: null), (l, r) => MathF.Abs(l - r)).Max() > 1, "The adapter changes nothing.");
    }

    [Fact]
    public void Merging_and_reordering_rows_may_change_places()
    {
        var random = new Random(3);
        const int Rows = 32, Columns = 6, Rank = 3, Heads = 4;
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        (float[] w, float[] a, float[] b) = (Numbers(Rows * Columns), Numbers(Rank * Columns), Numbers(Rows * Rank));

        float[] mergedFirst = HeadPermutation.Interleave(Merge(w, a, b, Rank), Rows, Heads);
        float[] mergedLast = Merge(HeadPermutation.Interleave(w, Rows, Heads), a, HeadPermutation.Interleave(b, Rows, Heads), Rank);

        Assert.Equal(mergedFirst, mergedLast);
        Assert.NotEqual(mergedFirst, Merge(HeadPermutation.Interleave(w, Rows, Heads), a, b, Rank));
    }

    [Fact]
    public void Records_the_base()
    {
        BaseModel model = BaseModelReader.Read(_folder.WriteBase());
        AdapterModel adapter = AdapterReader.Read(Convert(new PeftFolder(_folder["peft"], RandomModelShape.Tiny).Path, model.Path));

        adapter.CheckFits(model);
        Assert.Equal(model.Fingerprint, adapter.BaseFingerprint);
        Assert.Equal("example/base", adapter.BaseName);
        Assert.Equal(8, adapter.Alpha);
        Assert.Equal(4, adapter.Rank);
    }

    [Theory]
    [InlineData("use_dora", "true", "DoRA cannot be converted")]
    [InlineData("bias", "\"lora_only\"", "'bias' is \"lora_only\": trained biases cannot be converted")]
    [InlineData("modules_to_save", "[\"lm_head\"]", "train without modules_to_save")]
    [InlineData("rank_pattern", "{\"q_proj\":8}", "train with one rank")]
    [InlineData("alpha_pattern", "{\"q_proj\":8}", "train with one lora_alpha")]
    [InlineData("init_lora_weights", "\"pissa_niter_4\"", "this start changes the base's weights")]
    [InlineData("peft_type", "\"IA3\"", "only LORA can be converted")]
    [InlineData("r", "0", "r is 0")]
    [InlineData("r", "\"4\"", "it has no number 'r'")]
    [InlineData("lora_alpha", "null", "it has no number 'lora_alpha'")]
    public void Refuses_what_it_cannot_convert(string key, string value, string finding)
    {
        var peft = new PeftFolder(_folder["peft"], RandomModelShape.Tiny);
        peft.Configuration[key] = JsonNode.Parse(value);
        peft.Save();

        var exception = Assert.Throws<ModelFileException>(() => Convert(peft.Path, _folder.WriteBase()));

        Assert.Contains(finding, exception.Message);
        Assert.EndsWith("adapter_config.json", exception.File);
    }

    [Theory]
    [InlineData("base_model.model.lm_head.lora_A.weight", "is no LoRA factor")]
    [InlineData("base_model.model.model.layers.0.self_attn.q_proj.lora_magnitude_vector", "is no LoRA factor")]
    [InlineData("base_model.model.model.layers.0.mlp.up_proj.lora_A.weight", "'blk.0.ffn_up.weight' has the factors A; one A and one B")]
    [InlineData("model.layers.0.self_attn.q_proj.lora_A.default.weight", "'blk.0.attn_q.weight' has the factors AAB")]
    public void Refuses_tensors_that_do_not_belong_there(string name, string finding)
    {
        var peft = new PeftFolder(_folder["peft"], RandomModelShape.Tiny);
        peft.Tensors[name] = ([4, 64], new float[256]);
        peft.Save();

        Assert.Contains(finding, Assert.Throws<ModelFileException>(() => Convert(peft.Path, _folder.WriteBase())).Message);
    }

    [Fact]
    public void Names_the_shape_of_another_base()
    {
        var peft = new PeftFolder(_folder["peft"], RandomModelShape.Tiny with { Width = 128, Heads = 8 });

        var exception = Assert.Throws<ModelFileException>(() => Convert(peft.Path, _folder.WriteBase()));

        Assert.Equal(ModelFileFault.Mismatch, exception.Fault);
        Assert.Contains("is [4, 128]; by the rank 4 and the base", exception.Message);
    }

    [Fact]
    public void Refuses_weights_that_are_no_numbers()
    {
        var peft = new PeftFolder(_folder["peft"], RandomModelShape.Tiny);
        peft.Tensors[PeftFolder.Name(1, "v_proj", 'B')].Numbers[5] = float.NaN;
        peft.Save();

        Assert.Contains("number 5 of the tensor", Assert.Throws<ModelFileException>(() => Convert(peft.Path, _folder.WriteBase())).Message);
    }

    private string Convert(string folder, string path)
    {
        using FileStream target = File.Create(_folder["converted.gguf"]);
        PeftAdapterConverter.Convert(folder, BaseModelReader.Read(path), target);
        return target.Name;
    }

    private static float[] Merge(float[] w, float[] a, float[] b, int rank)
    {
        int columns = a.Length / rank;
        return [.. w.Select((number, at) => number + Enumerable.Range(0, rank).Sum(r => b[(at / columns * rank) + r] * a[(r * columns) + (at % columns)]))];
    }

    private static void AssertNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        // Measured 0.022 with and without the adapter: llama.cpp computes attention in less than single precision.
        Assert.InRange(expected.Zip(actual, (l, r) => MathF.Abs(l - r)).Max(), 0, 0.05f);
    }

    private static float[] Logits(string path, string? adapter)
    {
        var parameters = new ModelParams(path)
        {
            ContextSize = 64,
            Threads = 1,
            BatchThreads = 1,
            GpuLayerCount = 0,
            TypeK = GGMLType.GGML_TYPE_F32,
            TypeV = GGMLType.GGML_TYPE_F32,
        };
        using LLamaWeights weights = LLamaWeights.LoadFromFile(parameters);
        using LLamaContext context = weights.CreateContext(parameters);
        if (adapter is not null)
        {
            context.NativeHandle.SetLoraAdapters((weights.NativeHandle.LoadLoraFromFile(adapter), 1f));
        }

        var batch = new LLamaBatch();
        for (int i = 0; i < Prompt.Length; i++)
        {
            batch.Add(Prompt[i], i, LLamaSeqId.Zero, logits: i == Prompt.Length - 1);
        }

        Assert.Equal(DecodeResult.Ok, context.Decode(batch));
        return context.NativeHandle.GetLogitsIth(Prompt.Length - 1).ToArray();
    }
}
