namespace HybridAssistant.QdrantDouble.Points;

/// <summary>The sparse vectors of one name: as they were sent, and as posting lists.</summary>
internal sealed class SparseColumn(string name, bool usesIdf)
{
    private readonly Dictionary<uint, Posting> _postings = [];
    private SparseWeights?[] _vectors = new SparseWeights?[64];

    public string Name => name;

    /// <summary>Query weights are multiplied with each index's inverse document frequency.</summary>
    public bool UsesIdf => usesIdf;

    /// <summary>N: the points that have a vector of this name.</summary>
    public int Count { get; private set; }

    public Posting? Postings(uint index) => _postings.GetValueOrDefault(index);

    public SparseWeights? Get(int slot) => slot < _vectors.Length ? _vectors[slot] : null;

    public void Set(int slot, SparseWeights vector)
    {
        Remove(slot);
        if (slot >= _vectors.Length)
        {
            Array.Resize(ref _vectors, Math.Max(slot + 1, _vectors.Length * 2));
        }

        _vectors[slot] = vector;
        Count++;
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            if (!_postings.TryGetValue(vector.Indices[i], out var posting))
            {
                _postings[vector.Indices[i]] = posting = new Posting();
            }

            posting.Add(slot, vector.Values[i]);
        }
    }

    public void Remove(int slot)
    {
        if (Get(slot) is not { } vector)
        {
            return;
        }

        foreach (var index in vector.Indices)
        {
            _postings[index].Remove(slot);
        }

        _vectors[slot] = null;
        Count--;
    }
}
