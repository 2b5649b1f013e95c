using HybridAssistant.Core.Sheets;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>A box as four numbers.</summary>
internal static class BoxValue
{
    /// <summary>The numbers of a box.</summary>
    public static IEnumerable<Value> Of(BoundingBox box) =>
        [new Value { DoubleValue = box.X0 }, new Value { DoubleValue = box.Y0 }, new Value { DoubleValue = box.X1 }, new Value { DoubleValue = box.Y1 }];

    /// <summary>The box of four numbers.</summary>
    public static BoundingBox Read(IReadOnlyList<Value> numbers) => numbers.Count == 4
        ? new BoundingBox(numbers[0].Number(), numbers[1].Number(), numbers[2].Number(), numbers[3].Number())
        : default;
}
