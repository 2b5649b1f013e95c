using System.Collections.Immutable;

namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>Numbers slots within their kinds; equal texts of one kind share a slot.</summary>
internal sealed class SlotList
{
    private readonly List<Slot> _slots = [];

    /// <summary>The slot of a text.</summary>
    /// <returns>Its index.</returns>
    public int Add(SlotKind kind, string text)
    {
        int known = _slots.FindIndex(s => s.Kind == kind && s.Text == text);
        return known >= 0 ? known : AddAlways(kind, text);
    }

    /// <summary>A slot of its own, though another has the same text: each value has to be said.</summary>
    /// <returns>Its index.</returns>
    public int AddAlways(SlotKind kind, string text)
    {
        _slots.Add(new Slot(kind, _slots.Count(s => s.Kind == kind) + 1, text));
        return _slots.Count - 1;
    }

    /// <summary>The slots in order.</summary>
    public ImmutableArray<Slot> ToImmutable() => [.. _slots];
}
