using System.Numerics.Tensors;
using System.Text;
using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.RandomModels;
using LLama;
using LLama.Common;
using LLama.Native;

namespace HybridAssistant.Behavior.Tests.Generation.Gguf;

/// <summary>llama.cpp itself loads what is written, and decodes on it.</summary>
[Collection(LlamaCollection.Name)]
public sealed class RandomModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("random-model").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("llama", GgufTensorType.F32)]
    [InlineData("llama", GgufTensorType.F16)]
    [InlineData("llama", GgufTensorType.Q8_0)]
    [InlineData("qwen2", GgufTensorType.F32)]
    public void The_tiny_model_decodes(string architecture, GgufTensorType type)
    {
        string path = Path.Combine(_folder, "tiny.gguf");
        RandomModel.Write(path, RandomModelShape.Tiny with { Architecture = architecture, Weights = type }, SampleVocabulary.Small, 1);

        int[] reply = Decode(path, "<|im_start|>user\nWhat is the maximum working pressure?<|im_end|>\n");

        Assert.True(reply.Distinct().Count() > 4, "The model repeats itself.");
        Assert.All(reply, token => Assert.InRange(token, 0, SampleVocabulary.Small.Tokens.Length - 1));
        Assert.Equal(reply, Decode(path, "<|im_start|>user\nWhat is the maximum working pressure?<|im_end|>\n"));
    }

    [Fact]
    public void The_model_of_SmolLM2s_shape_decodes()
    {
        string path = Path.Combine(_folder, "shape.gguf");
        RandomModel.Write(path, RandomModelShape.SmolLM2, SampleVocabulary.Large, seed: 1);

        Assert.True(Decode(path, "The supply voltage").Distinct().Count() > 4, "The model repeats itself.");
    }

    [Fact]
    public void Words_and_pieces_are_single_tokens()
    {
        string path = Path.Combine(_folder, "tiny.gguf");
        RandomModel.Write(path, RandomModelShape.Tiny, SampleVocabulary.Small, seed: 1);
        using LLamaWeights weights = LLamaWeights.LoadFromFile(new ModelParams(path) { VocabOnly = true });

        Assert.Single(weights.Tokenize(" the", add_bos: false, special: false, Encoding.UTF8));
        Assert.Single(weights.Tokenize(" 16", add_bos: false, special: false, Encoding.UTF8));
        Assert.Equal([SampleVocabulary.TurnEnd], weights.Tokenize("<|im_end|>", false, special: true, Encoding.UTF8).Select(t => (int)t));
        Assert.InRange(SampleVocabulary.Small.Tokens.Length, 500, 4000);
        Assert.Equal(49_152, SampleVocabulary.Large.Tokens.Length);
    }

    [Fact]
    public void An_adapter_changes_the_logits()
    {
        string path = Path.Combine(_folder, "tiny.gguf");
        string adapter = Path.Combine(_folder, "voice.gguf");
        RandomModel.Write(path, RandomModelShape.Tiny, SampleVocabulary.Small, seed: 1);
        RandomAdapter.Write(adapter, RandomModelShape.Tiny, rank: 4, seed: 2);

        Assert.NotEqual(Decode(path, "The pump"), Decode(path, "The pump", adapter));
    }

    private static int[] Decode(string path, string prompt, string? adapter = null)
    {
        var parameters = new ModelParams(path) { ContextSize = 256, Threads = 1, BatchThreads = 1, GpuLayerCount = 0 };
        using LLamaWeights weights = LLamaWeights.LoadFromFile(parameters);
        using LLamaContext context = weights.CreateContext(parameters);
        if (adapter is not null)
        {
            context.NativeHandle.SetLoraAdapters((weights.NativeHandle.LoadLoraFromFile(adapter), 1f));
        }

        var batch = new LLamaBatch();
        int position = 0;
        LLamaToken[] tokens = weights.Tokenize(prompt, add_bos: false, special: true, Encoding.UTF8);
        foreach (LLamaToken token in tokens)
        {
            batch.Add(token, position++, LLamaSeqId.Zero, logits: position == tokens.Length);
        }

        var reply = new int[8];
        for (int i = 0; i < reply.Length; i++)
        {
            Assert.Equal(DecodeResult.Ok, context.Decode(batch));
            ReadOnlySpan<float> logits = context.NativeHandle.GetLogitsIth(batch.TokenCount - 1);
            reply[i] = TensorPrimitives.IndexOfMax(logits);
            batch.Clear();
            batch.Add(reply[i], position++, LLamaSeqId.Zero, logits: true);
        }

        return reply;
    }
}
