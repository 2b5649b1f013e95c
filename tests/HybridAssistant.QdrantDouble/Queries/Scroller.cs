using HybridAssistant.QdrantDouble.Collections;
using HybridAssistant.QdrantDouble.Filters;
using HybridAssistant.QdrantDouble.Points;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>Goes through a collection in the order of its ids.</summary>
internal static class Scroller
{
    /// <summary>The points that pass from an id on, which is included; one more than the limit where there are more.</summary>
    public static List<int> Page(Collection collection, SlotTest test, PointKey? from, int limit)
    {
        var store = collection.Points;
        if (test.Among is not null)
        {
            return [.. PointSelection.Passing(store, test)
                .Where(slot => from is null || store.Key(slot).CompareTo(from.Value) >= 0)
                .OrderBy(store.Key)
                .Take(limit + 1)];
        }

        var page = new List<int>();
        var ordered = store.Ordered;
        for (var at = from is null ? 0 : FirstFrom(store, ordered, from.Value); at < ordered.Length && page.Count <= limit; at++)
        {
            if (test.Holds(ordered[at]))
            {
                page.Add(ordered[at]);
            }
        }

        return page;
    }

    private static int FirstFrom(PointStore store, int[] ordered, PointKey from)
    {
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (store.Key(ordered[middle]).CompareTo(from) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
