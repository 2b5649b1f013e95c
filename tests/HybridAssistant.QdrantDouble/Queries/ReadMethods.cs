using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Collections;
using HybridAssistant.QdrantDouble.Filters;
using HybridAssistant.QdrantDouble.Points;
using HybridAssistant.QdrantDouble.Scoring;
using HybridAssistant.QdrantDouble.Versions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Queries;

/// <summary>Answers the calls that read points.</summary>
internal sealed class ReadMethods(CollectionCatalog catalog, ServerRules rules, TieBreaker ties, TimeProvider time)
{
    private const uint DefaultScrollLimit = 10;

    public void AddTo(MethodTable table) => table
        .Add<QueryPoints>("Points/Query", MethodAccess.Read, Query)
        .Add<ScrollPoints>("Points/Scroll", MethodAccess.Read, Scroll)
        .Add<CountPoints>("Points/Count", MethodAccess.Read, Count)
        .Add<GetPoints>("Points/Get", MethodAccess.Read, Get);

    private QueryResponse Query(QueryPoints request)
    {
        var started = time.GetTimestamp();
        NameCheck.Demand(request.CollectionName);
        NameCheck.DemandAtLeast("limit", request.HasLimit, request.Limit, 1);
        NameCheck.DemandAtLeast("timeout", request.HasTimeout, request.Timeout, 1);
        var step = QueryStep.Of(request);
        QueryCheck.Demand(step);
        var collection = catalog.Get(request.CollectionName);
        return collection.Read(() =>
        {
            var view = new PointView(collection.Points, request.WithPayload, request.WithVectors, rules);
            var response = new QueryResponse();
            foreach (var hit in new QueryRunner(collection, ties.Next()).Run(step, SlotTest.Everything).Skip((int)request.Offset))
            {
                var point = new ScoredPoint
                {
                    Id = collection.Points.Key(hit.Slot).ToMessage(),
                    Score = hit.Score,
                    Version = collection.Points.Version(hit.Slot),
                    Vectors = view.Vectors(hit.Slot),
                    OrderValue = hit.Order,
                };
                view.FillPayload(point.Payload, hit.Slot);
                response.Result.Add(point);
            }

            response.Time = Seconds(started);
            return response;
        });
    }

    private ScrollResponse Scroll(ScrollPoints request)
    {
        var started = time.GetTimestamp();
        NameCheck.Demand(request.CollectionName);
        NameCheck.DemandAtLeast("limit", request.HasLimit, request.Limit, 1);
        NameCheck.DemandAtLeast("timeout", request.HasTimeout, request.Timeout, 1);
        var collection = catalog.Get(request.CollectionName);
        var limit = (int)Math.Min(request.HasLimit ? request.Limit : DefaultScrollLimit, int.MaxValue - 1);
        return collection.Read(() =>
        {
            var view = new PointView(collection.Points, request.WithPayload, request.WithVectors, rules);
            var test = new FilterCompiler(collection.Points).Compile(request.Filter);
            var response = new ScrollResponse();
            if (request.OrderBy is { } order)
            {
                if (request.Offset is not null)
                {
                    throw Refusal.BadRequest("Cannot use an `offset` when using `order_by`. The alternative for paging is to use `order_by.start_from` and a filter to exclude the IDs that you've already seen for the `order_by.start_from` value");
                }

                var sorted = FieldOrder.Sort(collection, order, PointSelection.Passing(collection.Points, test));
                response.Result.AddRange(sorted.Take(limit).Select(entry => Retrieved(collection.Points, view, entry.Slot, entry.Value)));
            }
            else
            {
                var page = Scroller.Page(collection, test, request.Offset is null ? null : PointKey.Of(request.Offset), limit);
                response.Result.AddRange(page.Take(limit).Select(slot => Retrieved(collection.Points, view, slot)));
                response.NextPageOffset = page.Count > limit ? collection.Points.Key(page[limit]).ToMessage() : null;
            }

            response.Time = Seconds(started);
            return response;
        });
    }

    private CountResponse Count(CountPoints request)
    {
        var started = time.GetTimestamp();
        NameCheck.Demand(request.CollectionName);
        var collection = catalog.Get(request.CollectionName);
        return collection.Read(() => new CountResponse
        {
            Result = new CountResult { Count = (ulong)PointSelection.Passing(collection.Points, new FilterCompiler(collection.Points).Compile(request.Filter)).Count() },
            Time = Seconds(started),
        });
    }

    private GetResponse Get(GetPoints request)
    {
        NameCheck.Demand(request.CollectionName);
        var collection = catalog.Get(request.CollectionName);
        return collection.Read(() =>
        {
            var view = new PointView(collection.Points, request.WithPayload, request.WithVectors, rules);
            var response = new GetResponse();
            response.Result.AddRange(request.Ids
                .Select(id => collection.Points.Find(PointKey.Of(id)))
                .OfType<int>()
                .Distinct()
                .Select(slot => Retrieved(collection.Points, view, slot)));
            return response;
        });
    }

    private double Seconds(long started) => time.GetElapsedTime(started).TotalSeconds;

    private static RetrievedPoint Retrieved(PointStore store, PointView view, int slot, OrderValue? order = null)
    {
        var point = new RetrievedPoint { Id = store.Key(slot).ToMessage(), Vectors = view.Vectors(slot), OrderValue = order };
        view.FillPayload(point.Payload, slot);
        return point;
    }
}
