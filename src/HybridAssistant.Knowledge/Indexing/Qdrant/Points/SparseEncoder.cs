using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Knowledge.Indexing.Text;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>
/// Turns the words of a line into a sparse vector whose dot product with a question's words is BM25, as FTS5 computes it: here
/// what a term weighs in the line; how rare it is, the server knows (its IDF modifier).
/// </summary>
internal sealed class SparseEncoder(ImmutableArray<double> fieldWeights, double meanLength)
{
    // FTS5's constants.
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    /// <summary>The vector of a line.</summary>
    /// <param name="fields">Terms of each field, joined by blanks.</param>
    /// <param name="length">Number of terms.</param>
    public SparseVector Encode(ImmutableArray<string> fields, out int length)
    {
        var frequencies = new Dictionary<uint, double>();
        length = 0;
        for (int field = 0; field < fields.Length; field++)
        {
            foreach (string term in fields[field].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                uint index = IndexOf(TextTerm.Of(term));
                frequencies[index] = frequencies.GetValueOrDefault(index) + fieldWeights[field];
                length++;
            }
        }

        double norm = Saturation * (1 - LengthShare + (LengthShare * length / meanLength));
        var vector = new SparseVector();
        foreach ((uint index, double frequency) in frequencies)
        {
            vector.Indices.Add(index);
            vector.Values.Add((float)(frequency * (Saturation + 1) / (frequency + norm)));
        }

        return vector;
    }

    /// <summary>The vector of a question: its terms, each as often as it is asked for.</summary>
    public static SparseVector EncodeQuery(IReadOnlyList<string> terms)
    {
        var counts = new Dictionary<uint, float>();
        foreach (string term in terms)
        {
            uint index = IndexOf(TextTerm.Of(term));
            counts[index] = counts.GetValueOrDefault(index) + 1;
        }

        var vector = new SparseVector();
        vector.Indices.Add(counts.Keys);
        vector.Values.Add(counts.Values);
        return vector;
    }

    // FNV-1a, its bits mixed once more (MurmurHash3's finaliser): a million terms have about a hundred pairs that share an index.
    private static uint IndexOf(string term)
    {
        uint hash = 2166136261;
        foreach (byte b in Encoding.UTF8.GetBytes(term))
        {
            hash = (hash ^ b) * 16777619;
        }

        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
