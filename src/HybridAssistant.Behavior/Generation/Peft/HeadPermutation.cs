namespace HybridAssistant.Behavior.Generation.Peft;

/// <summary>
/// The order of rows of query and key matrices. Hugging Face's Llama rotates the first half of a head against the second, ggml
/// one number against the next; so the rows of GGUF files of the architecture "llama" are interleaved. Qwen2's are not.
/// </summary>
/// <remarks>LlamaModel.permute of llama.cpp's convert_hf_to_gguf.py (MIT).</remarks>
internal static class HeadPermutation
{
    /// <summary>Reorders the rows of a matrix from the order of Hugging Face to that of GGUF.</summary>
    /// <param name="matrix">The matrix, row by row; its rows are those of the query or key matrix.</param>
    /// <param name="rows">Number of rows, a multiple of twice <paramref name="heads"/>.</param>
    /// <param name="heads">Number of heads of this matrix.</param>
    public static float[] Interleave(ReadOnlySpan<float> matrix, int rows, int heads)
    {
        int columns = matrix.Length / rows;
        int half = rows / heads / 2;
        var interleaved = new float[matrix.Length];
        for (int row = 0; row < rows; row++)
        {
            (int head, int within) = (row / (2 * half), row % (2 * half));
            int source = (head * 2 * half) + (within % 2 * half) + (within / 2);
            matrix.Slice(source * columns, columns).CopyTo(interleaved.AsSpan(row * columns));
        }

        return interleaved;
    }
}
