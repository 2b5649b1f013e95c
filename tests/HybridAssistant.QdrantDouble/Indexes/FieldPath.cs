using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Indexes;

/// <summary>A payload key: <c>a</c>, <c>a.b</c> into objects, <c>a[].b</c> into every element of an array.</summary>
internal sealed class FieldPath
{
    private readonly string _root;
    private readonly string[] _rest;

    public FieldPath(string key)
    {
        var parts = key.Replace("[]", ".[]", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        (Key, _root, _rest) = (key, parts.Length == 0 ? "" : parts[0], parts.Length == 0 ? [] : parts[1..]);
    }

    public string Key { get; }

    /// <summary>The payload's own field that the path begins with.</summary>
    public string Root => _root;

    /// <summary>What is at the path, arrays whole; nothing where it is missing.</summary>
    public IEnumerable<Value> Raw(Payload payload)
    {
        var root = payload.Get(_root);
        return root is null ? [] : _rest.Length == 0 ? [root] : Follow(root, 0);
    }

    /// <summary>What is at the path, arrays by their elements: a condition holds where one of them meets it.</summary>
    public IEnumerable<Value> Values(Payload payload) =>
        Raw(payload).SelectMany(value => value.KindCase == Value.KindOneofCase.ListValue ? value.ListValue.Values : (IEnumerable<Value>)[value]);

    /// <summary>Whether one of the values meets a test.</summary>
    public bool Any(Payload payload, Func<Value, bool> test)
    {
        // The common case by itself: no enumerators for a plain field.
        if (_rest.Length > 0)
        {
            return Values(payload).Any(test);
        }

        return payload.Get(_root) is { } value
            && (value.KindCase == Value.KindOneofCase.ListValue ? value.ListValue.Values.Any(test) : test(value));
    }

    private IEnumerable<Value> Follow(Value value, int part)
    {
        if (part == _rest.Length)
        {
            return [value];
        }

        if (_rest[part] == "[]")
        {
            return value.KindCase == Value.KindOneofCase.ListValue ? value.ListValue.Values.SelectMany(element => Follow(element, part + 1)) : [];
        }

        return value.KindCase == Value.KindOneofCase.StructValue && value.StructValue.Fields.TryGetValue(_rest[part], out var child)
            ? Follow(child, part + 1)
            : [];
    }
}
