using System.Numerics.Tensors;

namespace HybridAssistant.Knowledge.Tests.Indexing;

/// <summary>A unit vector that counts the words of a text in 64 buckets.</summary>
internal static class WordVector
{
    public static ReadOnlyMemory<float> Of(string text)
    {
        float[] vector = new float[64];
        foreach (string word in text.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            uint hash = 2166136261;
            foreach (char c in word)
            {
                hash = (hash ^ c) * 16777619;
            }

            vector[hash % 64]++;
        }

        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
