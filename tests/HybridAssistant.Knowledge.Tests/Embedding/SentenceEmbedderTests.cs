using System.Numerics.Tensors;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class SentenceEmbedderTests(EmbedderFixture fixture) : IClassFixture<EmbedderFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Puts_the_prefix_of_the_folder_before_a_question_only()
    {
        using var copy = new ModelFolderCopy(withWeights: true).Write(
            "config_sentence_transformers.json", """{"prompts":{"query":"query: "}}""");
        using var embedder = Open(copy);

        var question = await embedder.EmbedQueryAsync("rated voltage", Cancellation);
        var document = await embedder.EmbedDocumentsAsync(["rated voltage"], Cancellation);

        var expectedQuestion = await fixture.Embedder.EmbedDocumentsAsync(["query: rated voltage"], Cancellation);
        var expectedDocument = await fixture.Embedder.EmbedDocumentsAsync(["rated voltage"], Cancellation);
        Assert.Equal(expectedQuestion[0].ToArray(), question.ToArray());
        Assert.Equal(expectedDocument[0].ToArray(), document[0].ToArray());
    }

    [Fact]
    public async Task Embeds_alike_with_a_tokenizer_json()
    {
        using var copy = new ModelFolderCopy(withWeights: true).UseTokenizerJson();
        using var embedder = Open(copy);

        var vector = await embedder.EmbedQueryAsync("Ø 12.5 mm, ±0.1 µm", Cancellation);

        Assert.Equal((await fixture.Embedder.EmbedQueryAsync("Ø 12.5 mm, ±0.1 µm", Cancellation)).ToArray(), vector.ToArray());
    }

    [Fact]
    public async Task Gives_the_first_token_unnormalised_where_the_folder_says_so()
    {
        using var copy = new ModelFolderCopy(withWeights: true)
            .Write("1_Pooling/config.json", """{"pooling_mode_cls_token":true}""")
            .Write("modules.json", """[{"type":"x.Transformer","path":""},{"type":"x.Pooling","path":"1_Pooling"}]""");
        using var embedder = Open(copy);

        var vector = await embedder.EmbedQueryAsync("rated voltage", Cancellation);

        Assert.True(TensorPrimitives.Norm(vector.Span) > 2f);
    }

    [Fact]
    public async Task Refuses_other_dimensions_than_the_model_has()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => fixture.Embedder.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 128 }, Cancellation));

        Assert.StartsWith("128 dimensions were asked for; the model 'all-MiniLM-L6-v2' has 384.", exception.Message);
    }

    [Fact]
    public void Names_model_and_fingerprint()
    {
        var metadata = fixture.Embedder.GetService<EmbeddingGeneratorMetadata>()!;

        Assert.Equal("all-MiniLM-L6-v2", metadata.DefaultModelId);
        Assert.Equal(384, metadata.DefaultModelDimensions);
        Assert.Matches("^bert-384-[0-9a-f]{16}$", fixture.Embedder.GetFingerprint());
    }

    private static SentenceEmbedder Open(ModelFolderCopy copy) => SentenceEmbedderLoader.Open(
        ModelFolderReader.Read(copy.Path), new EmbeddingOptions(), new OnnxOptions { Device = "cpu", Threads = 1 }, NullLogger.Instance);
}
