using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Behavior.Tests.Generation.Models;

public sealed class BaseModelReaderTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("llama")]
    [InlineData("qwen2")]
    public void Reads_the_measures(string architecture)
    {
        BaseModel model = BaseModelReader.Read(_folder.WriteBase(shape: RandomModelShape.Tiny with { Architecture = architecture }));

        Assert.Equal(new BaseModelShape(architecture, 2, 64, 4, 2, 16, 16, 128, 4096), model.Shape);
        Assert.Equal("F32", model.Quantization);
        Assert.Equal(SampleVocabulary.Small.Tokens.Length, model.Vocabulary.Tokens.Count);
        Assert.Contains("<|im_start|>", model.ChatTemplate);
    }

    [Fact]
    public void Reads_the_shape_that_will_ship()
    {
        BaseModel model = BaseModelReader.Read(_folder.WriteBase(shape: RandomModelShape.SmolLM2, vocabulary: SampleVocabulary.Large));

        Assert.Equal(new BaseModelShape("llama", 30, 576, 9, 3, 64, 64, 1536, 8192), model.Shape);
        Assert.Equal("Q4_0", model.Quantization);
        Assert.Equal(134_515_008, model.Parameters);
        Assert.Equal(49_152, model.Vocabulary.Tokens.Count);
    }

    [Theory]
    [InlineData("general.architecture", "mamba", ModelFileFault.Unsupported, "its architecture is 'mamba'; llama and qwen2 are served")]
    [InlineData("general.architecture", null, ModelFileFault.Invalid, "no text 'general.architecture'")]
    [InlineData("general.architecture", 7u, ModelFileFault.Invalid, "'general.architecture' is of the type UInt32; String is expected")]
    [InlineData("general.type", "adapter", ModelFileFault.Unsupported, "it is of the type 'adapter' and no base model")]
    [InlineData("llama.block_count", 4_000_000_000u, ModelFileFault.Invalid, "'llama.block_count' is 4000000000; 1 to 512 is allowed")]
    [InlineData("llama.block_count", 0u, ModelFileFault.Invalid, "'llama.block_count' is 0; 1 to 512 is allowed")]
    [InlineData("llama.block_count", 3u, ModelFileFault.Invalid, "the tensor 'blk.2.attn_norm.weight' is missing")]
    [InlineData("llama.block_count", 1u, ModelFileFault.Unsupported, "does not belong to a llama model of 1 layers")]
    [InlineData("llama.attention.head_count", 0u, ModelFileFault.Invalid, "'llama.attention.head_count' is 0; 1 to 1024 is allowed")]
    [InlineData("llama.attention.head_count", 3u, ModelFileFault.Invalid, "do not divide each other")]
    [InlineData("llama.attention.head_count_kv", 3u, ModelFileFault.Invalid, "do not divide each other")]
    [InlineData("llama.attention.head_count_kv", 1u, ModelFileFault.Invalid, "'blk.0.attn_k.weight' is [64, 32]; by the model's metadata it is [64, 16]")]
    [InlineData("llama.embedding_length", 128u, ModelFileFault.Invalid, "must be equal and even")]
    [InlineData("llama.feed_forward_length", 64u, ModelFileFault.Invalid, "'blk.0.ffn_gate.weight' is [64, 128]; by the model's metadata it is [64, 64]")]
    [InlineData("llama.attention.layer_norm_rms_epsilon", -1f, ModelFileFault.Invalid, "is -1; 0 to 1 is allowed")]
    [InlineData("llama.rope.freq_base", float.NaN, ModelFileFault.Invalid, "'llama.rope.freq_base' is NaN")]
    [InlineData("llama.rope.scaling.type", "spiral", ModelFileFault.Unsupported, "'llama.rope.scaling.type' is 'spiral'")]
    [InlineData("llama.expert_count", 8u, ModelFileFault.Unsupported, "it is a mixture of experts")]
    [InlineData("llama.vocab_size", 5u, ModelFileFault.Invalid, "tokens and claims 5")]
    [InlineData("tokenizer.ggml.model", null, ModelFileFault.Invalid, "no text 'tokenizer.ggml.model'")]
    [InlineData("tokenizer.ggml.model", "bert", ModelFileFault.Unsupported, "its tokenizer is 'bert'")]
    [InlineData("tokenizer.ggml.tokens", null, ModelFileFault.Invalid, "Convert the model with its tokenizer")]
    [InlineData("tokenizer.ggml.merges", null, ModelFileFault.Invalid, "no 'tokenizer.ggml.merges'")]
    [InlineData("tokenizer.ggml.eos_token_id", 4_000_000u, ModelFileFault.Invalid, "'tokenizer.ggml.eos_token_id' is 4000000")]
    public void Refuses_what_does_not_hold_together(string key, object? value, ModelFileFault fault, string finding)
    {
        string path = _folder.Rewrite(_folder.WriteBase(), (key, value));

        var exception = Assert.Throws<ModelFileException>(() => BaseModelReader.Read(path));

        Assert.Equal(path, exception.File);
        Assert.Equal(fault, exception.Fault);
        Assert.Contains(finding, exception.Message);
        Assert.Contains(path, exception.Message);
    }

    [Fact]
    public void Refuses_arrays_of_another_length_than_the_vocabulary()
    {
        string path = _folder.Rewrite(_folder.WriteBase(), ("tokenizer.ggml.token_type", new[] { 1, 1 }));

        Assert.Contains("has 2 entries for", Assert.Throws<ModelFileException>(() => BaseModelReader.Read(path)).Message);
    }

    [Fact]
    public void Refuses_a_norm_that_llama_cpp_cannot_compute_with()
    {
        string path = _folder.Rewrite(_folder.WriteBase(), file => file with
        {
            Tensors = file.Tensors.ToDictionary(
                tensor => tensor.Key,
                tensor => tensor.Key == "output_norm.weight" ? tensor.Value with { Type = GgufTensorType.F16, Bytes = 128 } : tensor.Value),
        });

        Assert.Contains(
            "'output_norm.weight' is stored as F16; llama.cpp needs F32", Assert.Throws<ModelFileException>(() => BaseModelReader.Read(path)).Message);
    }

    [Fact]
    public void Tells_bases_apart_whatever_their_quantisation()
    {
        string One(GgufTensorType type, int seed) => BaseModelReader.Read(
            _folder.WriteBase(seed: seed, shape: RandomModelShape.Tiny with { Weights = type })).Fingerprint;
        string fingerprint = One(GgufTensorType.F32, seed: 1);

        Assert.Matches("^[0-9a-f]{32}$", fingerprint);
        Assert.Equal(fingerprint, BaseModelReader.Read(_folder.Rewrite(_folder.WriteBase(), ("general.name", "another name"))).Fingerprint);
        Assert.Equal(fingerprint, One(GgufTensorType.Q8_0, seed: 1));
        Assert.NotEqual(fingerprint, One(GgufTensorType.F32, seed: 2));
    }
}
