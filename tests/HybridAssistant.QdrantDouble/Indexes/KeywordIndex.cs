using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Indexes;

/// <summary>The points of each text of a field, and each point's text as a number.</summary>
internal sealed class KeywordIndex(FieldPath path) : IFieldIndex
{
    private const int None = 0;
    private const int Several = -1;

    private readonly Dictionary<string, (int Number, SlotList Slots)> _texts = new(StringComparer.Ordinal);
    private int[] _numbers = new int[64];

    public FieldPath Path => path;

    public void Add(int slot, Payload payload)
    {
        if (slot >= _numbers.Length)
        {
            Array.Resize(ref _numbers, Math.Max(slot + 1, _numbers.Length * 2));
        }

        _numbers[slot] = None;
        foreach (var text in Texts(payload))
        {
            if (!_texts.TryGetValue(text, out var entry))
            {
                _texts[text] = entry = (_texts.Count + 1, new SlotList());
            }

            entry.Slots.Add(slot);
            _numbers[slot] = _numbers[slot] is None || _numbers[slot] == entry.Number ? entry.Number : Several;
        }
    }

    public void Remove(int slot, Payload payload)
    {
        foreach (var text in Texts(payload))
        {
            _texts[text].Slots.Remove(slot);
        }

        _numbers[slot] = None;
    }

    /// <summary>The points that hold a text; null: none.</summary>
    public SlotList? Slots(string text) => _texts.TryGetValue(text, out var entry) ? entry.Slots : null;

    /// <summary>Whether a point holds one of the texts.</summary>
    public Func<int, bool> HoldsAny(IReadOnlyCollection<string> texts)
    {
        var entries = texts.Where(_texts.ContainsKey).Select(text => _texts[text]).ToArray();
        var numbers = entries.Select(entry => entry.Number).ToHashSet();
        var single = numbers.Count == 1 ? numbers.First() : 0;
        return slot => _numbers[slot] switch
        {
            None => false,
            Several => entries.Any(entry => entry.Slots.Find(slot) >= 0),
            var number => single != 0 ? number == single : numbers.Contains(number),
        };
    }

    private IEnumerable<string> Texts(Payload payload) =>
        path.Values(payload).Where(value => value.KindCase == Value.KindOneofCase.StringValue).Select(value => value.StringValue);
}
