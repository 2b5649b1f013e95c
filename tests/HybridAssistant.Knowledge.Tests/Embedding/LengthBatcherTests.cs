using FsCheck.Xunit;
using HybridAssistant.Knowledge.Embedding;

namespace HybridAssistant.Knowledge.Tests.Embedding;

public sealed class LengthBatcherTests
{
    [Property]
    public void Puts_each_text_into_one_batch_within_the_bounds(byte[] lengths, byte size, byte tokens)
    {
        int maxBatchSize = 1 + (size % 20);
        int maxBatchTokens = 1 + (tokens * 4);
        int[] texts = [.. lengths.Select(length => 2 + length)];

        List<ArraySegment<int>> batches = [.. LengthBatcher.Batch(texts, maxBatchSize, maxBatchTokens)];

        Assert.Equal(Enumerable.Range(0, texts.Length), batches.SelectMany(batch => batch).Order());
        Assert.All(batches, batch =>
        {
            int padded = batch.Count * batch.Max(text => texts[text]);
            Assert.True(batch.Count == 1 || (batch.Count <= maxBatchSize && padded <= maxBatchTokens));
        });
    }

    [Fact]
    public void Joins_texts_of_like_length()
    {
        var batches = LengthBatcher.Batch([3, 50, 4, 49], maxBatchSize: 2, maxBatchTokens: 1000);

        Assert.Equal([[1, 3], [2, 0]], batches.Select(batch => batch.ToArray()));
    }
}
