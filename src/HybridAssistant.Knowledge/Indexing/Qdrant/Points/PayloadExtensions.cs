using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>Reads and writes payload fields. What is null is left out.</summary>
internal static class PayloadExtensions
{
    public static void Set(this MapField<string, Value> payload, string field, string? value)
    {
        if (value is not null)
        {
            payload[field] = new Value { StringValue = value };
        }
    }

    public static void Set(this MapField<string, Value> payload, string field, long? value)
    {
        if (value is { } number)
        {
            payload[field] = new Value { IntegerValue = number };
        }
    }

    public static void Set(this MapField<string, Value> payload, string field, double? value)
    {
        if (value is { } number)
        {
            payload[field] = new Value { DoubleValue = number };
        }
    }

    public static void Set(this MapField<string, Value> payload, string field, IEnumerable<Value> values)
    {
        var list = new ListValue();
        list.Values.AddRange(values);
        payload[field] = new Value { ListValue = list };
    }

    public static string Text(this MapField<string, Value> payload, string field) =>
        payload.TextOrNull(field) ?? throw new KnowledgeIndexException(
            $"A point of the index lacks '{field}': it was not written by this program. Run 'hybrid index verify', then 'hybrid index rebuild'.");

    public static string? TextOrNull(this MapField<string, Value> payload, string field) =>
        payload.TryGetValue(field, out Value? value) && value.HasStringValue ? value.StringValue : null;

    public static long Integer(this MapField<string, Value> payload, string field) =>
        payload.TryGetValue(field, out Value? value) ? value.KindCase == Value.KindOneofCase.DoubleValue ? (long)value.DoubleValue : value.IntegerValue : 0;

    public static double Number(this MapField<string, Value> payload, string field) => payload.NumberOrNull(field) ?? 0;

    // A server may hand a whole number back as an integer.
    public static double? NumberOrNull(this MapField<string, Value> payload, string field) =>
        !payload.TryGetValue(field, out Value? value) ? null : Number(value);

    public static IReadOnlyList<Value> List(this MapField<string, Value> payload, string field) =>
        payload.TryGetValue(field, out Value? value) && value.ListValue is { } list ? list.Values : [];

    public static double Number(this Value value) => value.KindCase == Value.KindOneofCase.IntegerValue ? value.IntegerValue : value.DoubleValue;
}
