using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Behavior.Tests.Generation.Models;

public sealed class AdapterReaderTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_rank_scale_and_targets()
    {
        AdapterModel adapter = AdapterReader.Read(_folder.WriteAdapter(rank: 4));

        Assert.Equal("llama", adapter.Architecture);
        Assert.Equal(4, adapter.Rank);
        Assert.Equal(4, adapter.Alpha);
        Assert.Equal(["attn_q", "attn_k", "attn_v", "attn_output"], adapter.Targets);
        Assert.Null(adapter.BaseFingerprint);
    }

    [Theory]
    [InlineData("general.type", "model", ModelFileFault.Unsupported, "'general.type' is 'model' and not 'adapter'")]
    [InlineData("adapter.type", "control_vector", ModelFileFault.Unsupported, "'adapter.type' is 'control_vector' and not 'lora'")]
    [InlineData("adapter.type", null, ModelFileFault.Invalid, "no text 'adapter.type'")]
    [InlineData("adapter.lora.alpha", float.PositiveInfinity, ModelFileFault.Invalid, "'adapter.lora.alpha' is Infinity")]
    [InlineData("adapter.alora.invocation_tokens", 1u, ModelFileFault.Unsupported, "activated LoRA")]
    public void Refuses_what_is_no_plain_adapter(string key, object? value, ModelFileFault fault, string finding)
    {
        string path = _folder.Rewrite(_folder.WriteAdapter(), (key, value));

        var exception = Assert.Throws<ModelFileException>(() => AdapterReader.Read(path));

        Assert.Equal(fault, exception.Fault);
        Assert.Contains(finding, exception.Message);
    }

    [Fact]
    public void Refuses_a_factor_without_its_other_half()
    {
        string path = _folder.Rewrite(_folder.WriteAdapter(), Without("blk.1.attn_v.weight.lora_b"));

        Assert.Contains("the tensor 'blk.1.attn_v.weight.lora_b' is missing", Assert.Throws<ModelFileException>(() => AdapterReader.Read(path)).Message);
    }

    [Fact]
    public void Refuses_factors_of_different_ranks()
    {
        string path = _folder.Rewrite(_folder.WriteAdapter(), file => file with
        {
            Tensors = file.Tensors.ToDictionary(
                tensor => tensor.Key,
                tensor => tensor.Key == "blk.0.attn_q.weight.lora_a" ? tensor.Value with { Dimensions = [128, 2] } : tensor.Value),
        });

        Assert.Contains(
            "the factors of 'blk.0.attn_q.weight' are [128, 2] and [4, 64]", Assert.Throws<ModelFileException>(() => AdapterReader.Read(path)).Message);
    }

    [Fact]
    public void Fits_the_base_it_was_made_for()
    {
        BaseModel model = BaseModelReader.Read(_folder.WriteBase());
        AdapterModel adapter = AdapterReader.Read(_folder.Rewrite(_folder.WriteAdapter(), (BaseFingerprint.Key, model.Fingerprint)));

        adapter.CheckFits(model);
        Assert.Equal(model.Fingerprint, adapter.BaseFingerprint);
    }

    [Fact]
    public void Names_the_matrix_that_another_base_has_in_another_shape()
    {
        RandomModelShape wider = RandomModelShape.Tiny with { Width = 128, Heads = 8 };
        AdapterModel adapter = AdapterReader.Read(_folder.WriteAdapter(shape: wider));
        BaseModel model = BaseModelReader.Read(_folder.WriteBase());

        var exception = Assert.Throws<ModelFileException>(() => adapter.CheckFits(model));

        Assert.Equal(ModelFileFault.Mismatch, exception.Fault);
        Assert.Contains($"it changes 'blk.0.attn_q.weight' of [128, 128], and the base '{model.Path}' has [64, 64] there", exception.Message);
    }

    [Fact]
    public void Names_the_layer_that_the_base_lacks()
    {
        AdapterModel adapter = AdapterReader.Read(_folder.WriteAdapter(shape: RandomModelShape.Tiny with { Layers = 3 }));

        Assert.Contains(
            "it changes 'blk.2.attn_q.weight', and the base", Assert.Throws<ModelFileException>(() => adapter.CheckFits(BaseModelReader.Read(_folder.WriteBase()))).Message);
    }

    [Fact]
    public void Refuses_a_base_of_another_architecture_or_fingerprint()
    {
        BaseModel model = BaseModelReader.Read(_folder.WriteBase());
        BaseModel other = BaseModelReader.Read(_folder.WriteBase("other.gguf", seed: 3));
        BaseModel qwen = BaseModelReader.Read(_folder.WriteBase("qwen.gguf", shape: RandomModelShape.Tiny with { Architecture = "qwen2" }));
        AdapterModel adapter = AdapterReader.Read(_folder.Rewrite(_folder.WriteAdapter(), (BaseFingerprint.Key, model.Fingerprint)));

        Assert.Contains(other.Fingerprint, Assert.Throws<ModelFileException>(() => adapter.CheckFits(other)).Message);
        Assert.Contains("is 'qwen2'", Assert.Throws<ModelFileException>(() => adapter.CheckFits(qwen)).Message);
    }

    private static Func<GgufFile, GgufFile> Without(string tensor) => file => file with
    {
        Tensors = file.Tensors.Where(entry => entry.Key != tensor).ToDictionary(),
    };
}
