using Google.Protobuf.Collections;
using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>The fields of a payload that an answer shows, by keys that may reach into objects (<c>a.b</c>).</summary>
internal sealed class PayloadSelection(WithPayloadSelector? selector)
{
    public void Fill(MapField<string, Value> fields, Payload payload)
    {
        switch (selector?.SelectorOptionsCase)
        {
            case WithPayloadSelector.SelectorOptionsOneofCase.Enable when selector.Enable:
                Copy(payload.Fields, fields, (_, value) => value);
                break;
            case WithPayloadSelector.SelectorOptionsOneofCase.Include:
                Copy(payload.Fields, fields, (key, value) => Included(key, value, selector.Include.Fields));
                break;
            case WithPayloadSelector.SelectorOptionsOneofCase.Exclude:
                Copy(payload.Fields, fields, (key, value) => NotExcluded(key, value, selector.Exclude.Fields));
                break;
            default:
                break;
        }
    }

    private static void Copy(IEnumerable<KeyValuePair<string, Value>> from, MapField<string, Value> to, Func<string, Value, Value?> shown)
    {
        foreach (var (key, value) in from)
        {
            if (shown(key, value) is { } part)
            {
                to[key] = part;
            }
        }
    }

    private static Value? Included(string key, Value value, IReadOnlyCollection<string> paths)
    {
        if (paths.Contains(key))
        {
            return value;
        }

        string[] below = [.. Below(key, paths)];
        return below.Length > 0 && value.StructValue is { } inner ? Inside(inner, (name, child) => Included(name, child, below)) : null;
    }

    private static Value? NotExcluded(string key, Value value, IReadOnlyCollection<string> paths)
    {
        if (paths.Contains(key))
        {
            return null;
        }

        string[] below = [.. Below(key, paths)];
        return below.Length > 0 && value.StructValue is { } inner ? Inside(inner, (name, child) => NotExcluded(name, child, below)) : value;
    }

    private static IEnumerable<string> Below(string key, IEnumerable<string> paths) =>
        paths.Where(path => path.StartsWith(key + ".", StringComparison.Ordinal)).Select(path => path[(key.Length + 1)..]);

    private static Value Inside(Struct inner, Func<string, Value, Value?> shown)
    {
        var part = new Struct();
        Copy(inner.Fields, part.Fields, shown);
        return new Value { StructValue = part };
    }
}
