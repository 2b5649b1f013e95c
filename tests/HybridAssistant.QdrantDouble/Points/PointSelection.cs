using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Filters;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Points;

/// <summary>Which points a selector or a filter means.</summary>
internal static class PointSelection
{
    /// <summary>The live points that pass, by ascending slot.</summary>
    public static IEnumerable<int> Passing(PointStore store, SlotTest test)
    {
        var among = test.Among ?? Enumerable.Range(0, store.SlotCount);
        return among.Where(slot => store.IsLive(slot) && test.Holds(slot));
    }

    /// <summary>The selected points. Under <paramref name="demand"/> an id without a point is refused once the ones before it were handed out.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: nothing is selected. NOT_FOUND: see <paramref name="demand"/>.</exception>
    public static IEnumerable<int> Selected(PointStore store, PointsSelector? selector, bool demand)
    {
        return selector?.PointsSelectorOneOfCase switch
        {
            PointsSelector.PointsSelectorOneOfOneofCase.Filter => Filtered(store, selector.Filter),
            PointsSelector.PointsSelectorOneOfOneofCase.Points => Listed(store, selector.Points.Ids, demand),
            _ => throw Refusal.Malformed("PointSelector is missing"),
        };
    }

    /// <summary>All when the first is asked for: what the caller does to the points must not change who is next.</summary>
    private static IEnumerable<int> Filtered(PointStore store, Filter filter)
    {
        int[] passing = [.. Passing(store, new FilterCompiler(store).Compile(filter))];
        foreach (var slot in passing)
        {
            yield return slot;
        }
    }

    private static IEnumerable<int> Listed(PointStore store, IEnumerable<PointId> ids, bool demand)
    {
        foreach (var id in ids)
        {
            var key = PointKey.Of(id);
            if (store.Find(key) is { } slot)
            {
                yield return slot;
            }
            else if (demand)
            {
                throw Refusal.NoPoint(key);
            }
        }
    }
}
