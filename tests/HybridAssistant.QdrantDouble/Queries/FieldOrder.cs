using System.Globalization;
using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Collections;
using HybridAssistant.QdrantDouble.Indexes;
using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;
using QdrantValue = Qdrant.Client.Grpc.Value;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>Orders points by a payload field; points without the field are left out, one with several values comes once for each.</summary>
internal static class FieldOrder
{
    private const double MicrosecondsPerTick = 0.1;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: no index that a range could use.</exception>
    public static List<OrderedSlot> Sort(Collection collection, OrderBy order, IEnumerable<int> slots)
    {
        var schema = collection.Schema.GetValueOrDefault(order.Key);
        if (!FieldIndexes.IsOrdered(schema))
        {
            throw Refusal.WrongInput($"No range index for `order_by` key: `{order.Key}`. Please create one to use `order_by`.");
        }

        var path = new FieldPath(order.Key);
        var store = collection.Points;
        var descending = order.HasDirection && order.Direction == Direction.Desc;
        var start = Start(order.StartFrom);
        var sorted = slots
            .SelectMany(slot => path.Values(store.Payload(slot)).Select(value => Ordered(slot, value)).OfType<OrderedSlot>())
            .Where(entry => start is null || (descending ? entry.Sort <= start : entry.Sort >= start))
            .OrderBy(entry => entry.Sort)
            .ThenBy(entry => store.Key(entry.Slot))
            .ToList();
        if (descending)
        {
            sorted.Reverse();
        }

        return sorted;
    }

    private static OrderedSlot? Ordered(int slot, QdrantValue value) => value.KindCase switch
    {
        QdrantValue.KindOneofCase.IntegerValue => new OrderedSlot(slot, value.IntegerValue, new OrderValue { Int = value.IntegerValue }),
        QdrantValue.KindOneofCase.DoubleValue => new OrderedSlot(slot, value.DoubleValue, new OrderValue { Float = value.DoubleValue }),
        QdrantValue.KindOneofCase.StringValue when Date(value.StringValue) is { } date => new OrderedSlot(slot, date, new OrderValue { Int = (long)date }),
        _ => null,
    };

    private static double? Start(StartFrom? start) => start?.ValueCase switch
    {
        StartFrom.ValueOneofCase.Float => start.Float,
        StartFrom.ValueOneofCase.Integer => start.Integer,
        StartFrom.ValueOneofCase.Timestamp => Microseconds(start.Timestamp.ToDateTimeOffset()),
        StartFrom.ValueOneofCase.Datetime => Date(start.Datetime),
        _ => null,
    };

    private static double? Date(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? Microseconds(time) : null;

    private static double Microseconds(DateTimeOffset time) => Math.Floor((time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * MicrosecondsPerTick);
}
