namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Texts of one run as the tensors that an encoder takes: row-major, padded to the longest.</summary>
/// <param name="Ids">Token ids.</param>
/// <param name="Mask">1 for a token, 0 for padding.</param>
/// <param name="Lengths">Tokens of each text.</param>
/// <param name="Width">Tokens of the longest text.</param>
internal sealed record TokenBatch(long[] Ids, long[] Mask, int[] Lengths, int Width)
{
    public int Rows => Lengths.Length;

    public static TokenBatch Create(IReadOnlyList<long[]> texts, ArraySegment<int> batch, long paddingId)
    {
        int[] lengths = [.. batch.Select(text => texts[text].Length)];
        int width = lengths.Max();
        long[] ids = new long[lengths.Length * width];
        long[] mask = new long[ids.Length];
        Array.Fill(ids, paddingId);
        for (int row = 0; row < lengths.Length; row++)
        {
            texts[batch[row]].CopyTo(ids, row * width);
            Array.Fill(mask, 1L, row * width, lengths[row]);
        }

        return new TokenBatch(ids, mask, lengths, width);
    }
}
