using System.Numerics.Tensors;
using HybridAssistant.Knowledge.Embedding;

namespace HybridAssistant.Knowledge.Tests.Embedding;

/// <summary>The shipped int8 model against the float32 original and the reference tokenizer.</summary>
public sealed class SentenceEmbedderReferenceTests(EmbedderFixture fixture) : IClassFixture<EmbedderFixture>
{
    private const string Golden = "models/all-MiniLM-L6-v2/golden.jsonl";

    [Fact]
    public void Token_ids_equal_the_reference_on_the_own_texts() => AssertSameIds(ReferenceText.ReadOwn());

    [Fact]
    public void Token_ids_equal_the_reference_on_the_shared_texts() =>
        AssertSameIds(ReferenceText.ReadAll(SharedFolder.FindOrSkip(Golden)));

    [Fact]
    public async Task Embeddings_agree_with_float32_on_the_own_texts() =>
        await AssertAgreementAsync(ReferenceText.ReadOwn());

    [Fact]
    public async Task Embeddings_agree_with_float32_on_the_shared_texts() =>
        await AssertAgreementAsync(ReferenceText.ReadAll(SharedFolder.FindOrSkip(Golden)));

    private void AssertSameIds(IReadOnlyList<ReferenceText> texts) =>
        Assert.All(texts, text => Assert.Equal(text.Ids, fixture.Embedder.Tokenizer.Encode(text.Text)));

    private async Task AssertAgreementAsync(IReadOnlyList<ReferenceText> texts)
    {
        var withEmbedding = texts.Where(text => text.Embedding is not null).ToList();

        var vectors = await fixture.Embedder.EmbedDocumentsAsync(
            withEmbedding.Select(text => text.Text), TestContext.Current.CancellationToken);

        var cosines = withEmbedding
            .Zip(vectors, (text, vector) => TensorPrimitives.CosineSimilarity(text.Embedding, vector.Span))
            .ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{cosines.Count} texts: cosine {cosines.Average():F4} on average, {cosines.Min():F4} at worst");
        Assert.InRange(cosines.Min(), 0.95f, 1.0001f);
        Assert.InRange(cosines.Average(), 0.985f, 1.0001f);
    }
}
