using HybridAssistant.QdrantDouble.Indexes;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>The points of a collection, by slot: a small number that a point keeps while it exists.</summary>
internal sealed class PointStore(IEnumerable<DenseColumn> dense, IEnumerable<SparseColumn> sparse)
{
    private readonly Dictionary<PointKey, int> _slots = [];
    private readonly List<PointKey> _keys = [];
    private readonly List<Payload?> _payloads = [];
    private readonly List<ulong> _versions = [];
    private readonly Stack<int> _free = new();
    private int[]? _ordered;

    public IReadOnlyDictionary<string, DenseColumn> Dense { get; } = dense.ToDictionary(column => column.Name, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SparseColumn> Sparse { get; } = sparse.ToDictionary(column => column.Name, StringComparer.Ordinal);

    public Dictionary<string, IFieldIndex> Indexes { get; } = new(StringComparer.Ordinal);

    public int Count => _slots.Count;

    /// <summary>One more than the highest slot in use.</summary>
    public int SlotCount => _keys.Count;

    /// <summary>Slots in the order of their points' ids. Made again after points came or went; safe for readers side by side.</summary>
    public int[] Ordered
    {
        get
        {
            if (_ordered is not { } ordered)
            {
                ordered = [.. _slots.Values];
                Array.Sort(ordered, (left, right) => _keys[left].CompareTo(_keys[right]));
                _ordered = ordered;
            }

            return ordered;
        }
    }

    public bool IsLive(int slot) => _payloads[slot] is not null;

    public PointKey Key(int slot) => _keys[slot];

    public Payload Payload(int slot) => _payloads[slot]!;

    /// <summary>The number of the operation that wrote the point last.</summary>
    public ulong Version(int slot) => _versions[slot];

    public int? Find(PointKey key) => _slots.TryGetValue(key, out var slot) ? slot : null;

    /// <summary>A slot for a point, without anything that an earlier one of its id or slot held.</summary>
    public int Replace(PointKey key, Payload payload, ulong version)
    {
        if (_slots.TryGetValue(key, out var slot))
        {
            RemoveContent(slot);
        }
        else
        {
            slot = Take(key);
        }

        (_payloads[slot], _versions[slot]) = (payload, version);
        foreach (var index in Indexes.Values)
        {
            index.Add(slot, payload);
        }

        return slot;
    }

    public void SetPayload(int slot, Payload payload, ulong version)
    {
        var old = Payload(slot);
        (_payloads[slot], _versions[slot]) = (payload, version);
        foreach (var index in Indexes.Values.Where(index => !ReferenceEquals(old.Get(index.Path.Root), payload.Get(index.Path.Root))))
        {
            index.Remove(slot, old);
            index.Add(slot, payload);
        }
    }

    public void Remove(int slot)
    {
        RemoveContent(slot);
        _payloads[slot] = null;
        _slots.Remove(_keys[slot]);
        _free.Push(slot);
        _ordered = null;
    }

    public void AddIndex(IFieldIndex index)
    {
        for (var slot = 0; slot < SlotCount; slot++)
        {
            if (IsLive(slot))
            {
                index.Add(slot, Payload(slot));
            }
        }

        Indexes[index.Path.Key] = index;
    }

    private int Take(PointKey key)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _keys.Count;
            _keys.Add(key);
            _payloads.Add(null);
            _versions.Add(0);
        }

        _keys[slot] = key;
        _slots[key] = slot;
        _ordered = null;
        return slot;
    }

    private void RemoveContent(int slot)
    {
        foreach (var index in Indexes.Values)
        {
            index.Remove(slot, Payload(slot));
        }

        foreach (var column in Dense.Values)
        {
            column.Remove(slot);
        }

        foreach (var column in Sparse.Values)
        {
            column.Remove(slot);
        }
    }
}
