using System.Numerics.Tensors;
using HybridAssistant.Knowledge.Embedding;
using Microsoft.Extensions.AI;

namespace HybridAssistant.Knowledge.Tests.Embedding;

/// <summary>What retrieval relies on, whatever generator stands behind the seam.</summary>
public abstract class EmbeddingGeneratorConformanceTests
{
    protected abstract IEmbeddingGenerator<string, Embedding<float>> Generator { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_unit_vectors_in_the_order_of_the_texts()
    {
        string[] texts = [.. Enumerable.Range(1, 40).Select(i => string.Join(' ', Enumerable.Repeat($"pump {i}", (i * 7 % 30) + 1)))];

        var together = await Generator.EmbedDocumentsAsync(texts, Cancellation);

        for (int i = 0; i < texts.Length; i++)
        {
            var alone = await Generator.EmbedDocumentsAsync([texts[i]], Cancellation);
            Assert.Equal(1f, TensorPrimitives.Norm(together[i].Span), 1e-5f);
            // Quantised activations share a scale within a run, hence not equal.
            Assert.InRange(TensorPrimitives.Dot(alone[0].Span, together[i].Span), 0.98f, 1.0001f);
        }
    }

    [Fact]
    public async Task Gives_the_same_vectors_for_the_same_texts()
    {
        string[] texts = [.. Enumerable.Range(1, 30).Select(i => $"Flow rate at {i} bar: {i * 3} m³/h")];

        var first = await Generator.EmbedDocumentsAsync(texts, Cancellation);
        var second = await Generator.EmbedDocumentsAsync(texts, Cancellation);

        Assert.Equal(first.Select(vector => vector.ToArray()), second.Select(vector => vector.ToArray()));
    }

    [Fact]
    public async Task Places_a_question_nearest_to_the_line_that_answers_it()
    {
        var lines = await Generator.EmbedDocumentsAsync(
            ["Max. working pressure: 16 bar", "Weight: 12.4 kg", "Ambient temperature: -10 °C to 40 °C"], Cancellation);

        ReadOnlyMemory<float> question = await Generator.EmbedQueryAsync("How heavy is the pump?", Cancellation);

        Assert.Equal(1, lines.Index().MaxBy(line => TensorPrimitives.Dot(line.Item.Span, question.Span)).Index);
    }

    [Fact]
    public async Task Embeds_nothing_for_no_texts() =>
        Assert.Empty(await Generator.EmbedDocumentsAsync([], Cancellation));

    [Fact]
    public async Task Serves_several_callers_at_once()
    {
        string[] questions = ["rated voltage", "max. working pressure of the KX-200", "weight", "noise at 1 m"];
        var expected = new List<ReadOnlyMemory<float>>();
        foreach (string question in questions)
        {
            expected.Add(await Generator.EmbedQueryAsync(question, Cancellation));
        }

        var vectors = await Task.WhenAll(questions.Select(question => Generator.EmbedQueryAsync(question, Cancellation)));

        Assert.Equal(expected.Select(vector => vector.ToArray()), vectors.Select(vector => vector.ToArray()));
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        using var source = new CancellationTokenSource();
        IEnumerable<string> CancelAfterTheFirst()
        {
            yield return "first";
            source.Cancel();
            yield return "second";
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Generator.EmbedDocumentsAsync(CancelAfterTheFirst(), source.Token));
    }

    [Fact]
    public void Has_a_fingerprint() => Assert.NotEmpty(Generator.GetFingerprint());
}
