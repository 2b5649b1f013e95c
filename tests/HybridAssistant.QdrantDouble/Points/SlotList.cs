namespace HybridAssistant.QdrantDouble.Points;

/// <summary>Slots of points in ascending order. New points mostly take the highest slot, so adding is mostly appending.</summary>
internal sealed class SlotList
{
    private int[] _slots = new int[4];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

    /// <summary>Where a slot is, or the complement of where it would be.</summary>
    public int Find(int slot) => Count == 0 || slot > _slots[Count - 1] ? ~Count : Array.BinarySearch(_slots, 0, Count, slot);

    public void Add(int slot)
    {
        var at = Find(slot);
        if (at >= 0)
        {
            return;
        }

        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Count * 2);
        }

        at = ~at;
        Array.Copy(_slots, at, _slots, at + 1, Count - at);
        _slots[at] = slot;
        Count++;
    }

    public void Remove(int slot)
    {
        var at = Find(slot);
        if (at >= 0)
        {
            Count--;
            Array.Copy(_slots, at + 1, _slots, at, Count - at);
        }
    }
}
