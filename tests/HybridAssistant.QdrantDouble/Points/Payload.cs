using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>
/// A point's payload, never changed once made: an answer may still be on its way out when the point is written again. An array,
/// because a hundred thousand protobuf maps are several times its size.
/// </summary>
internal sealed class Payload
{
    private readonly KeyValuePair<string, Value>[] _fields;

    private Payload(KeyValuePair<string, Value>[] fields) => _fields = fields;

    public static Payload Empty { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, Value>> Fields => _fields;

    /// <summary>The payload with its keys interned.</summary>
    public static Payload Of(MapField<string, Value> fields) =>
        fields.Count == 0 ? Empty : new Payload([.. fields.Select(field => KeyValuePair.Create(string.Intern(field.Key), field.Value))]);

    public Value? Get(string key)
    {
        foreach (var field in _fields)
        {
            if (field.Key == key)
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>This payload with those fields added or replaced.</summary>
    public Payload With(MapField<string, Value> changes)
    {
        var all = _fields.Where(field => !changes.ContainsKey(field.Key)).Concat(Of(changes)._fields);
        return new Payload([.. all]);
    }

    /// <summary>This payload with those fields set inside the object at a key, which is made where there is none.</summary>
    public Payload WithInside(string key, MapField<string, Value> changes)
    {
        var inside = Get(key)?.StructValue?.Clone() ?? new Struct();
        foreach (var (name, value) in changes)
        {
            inside.Fields[name] = value;
        }

        return With(new MapField<string, Value> { { key, new Value { StructValue = inside } } });
    }
}
