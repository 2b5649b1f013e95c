using System.Globalization;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Points, vectors, filters and queries in the few words that the checks need.</summary>
internal static class CheckPoints
{
    /// <summary>A point without vectors. The field itself must be there: without it the server refuses the point.</summary>
    public static PointStruct Point(ulong id, params ReadOnlySpan<(string Key, Value Value)> payload)
    {
        var point = new PointStruct { Id = new PointId { Num = id }, Vectors = new global::Qdrant.Client.Grpc.Vectors { Vectors_ = new NamedVectors() } };
        foreach ((string key, Value value) in payload)
        {
            point.Payload.Add(key, value);
        }

        return point;
    }

    /// <summary>The point with a dense vector.</summary>
    public static PointStruct WithDense(this PointStruct point, params float[] vector) => point.With(QdrantCheckContext.Dense, DenseOf(vector));

    /// <summary>The point with a sparse vector.</summary>
    public static PointStruct WithSparse(this PointStruct point, string name, params ReadOnlySpan<(uint Index, float Value)> weights) =>
        point.With(name, new Vector { Sparse = SparseOf(weights) });

    /// <summary>The point with a vector of some name.</summary>
    public static PointStruct With(this PointStruct point, string name, Vector vector)
    {
        point.Vectors.Vectors_.Vectors.Add(name, vector);
        return point;
    }

    /// <summary>A dense vector.</summary>
    public static Vector DenseOf(params float[] vector)
    {
        var dense = new DenseVector();
        dense.Data.AddRange(vector);
        return new Vector { Dense = dense };
    }

    /// <summary>The query for what is nearest to a dense vector, compared with all.</summary>
    public static PrefetchQuery Nearest(ulong limit, params float[] vector)
    {
        var dense = new DenseVector();
        dense.Data.AddRange(vector);
        return new PrefetchQuery
        {
            Query = new Query { Nearest = new VectorInput { Dense = dense } },
            Using = QdrantCheckContext.Dense,
            Params = new SearchParams { Exact = true },
            Limit = limit,
        };
    }

    /// <summary>The query for what shares terms with a sparse vector.</summary>
    public static PrefetchQuery Terms(string name, ulong limit, params ReadOnlySpan<(uint Index, float Value)> weights) => new()
    {
        Query = new Query { Nearest = new VectorInput { Sparse = SparseOf(weights) } },
        Using = name,
        Limit = limit,
    };

    /// <summary>A query by itself.</summary>
    public static QueryPoints In(this PrefetchQuery lane, string collection, Filter? filter = null) => new()
    {
        CollectionName = collection,
        Query = lane.Query,
        Using = lane.Using,
        Params = lane.Params,
        Limit = lane.Limit,
        Filter = filter,
    };

    /// <summary>The lanes fused by their ranks.</summary>
    public static QueryPoints Fused(string collection, Query fusion, ulong limit, params IEnumerable<PrefetchQuery> lanes)
    {
        var query = new QueryPoints { CollectionName = collection, Query = fusion, Limit = limit };
        query.Prefetch.AddRange(lanes);
        return query;
    }

    /// <summary>All of the conditions.</summary>
    public static Filter All(params IEnumerable<Condition> conditions)
    {
        var filter = new Filter();
        filter.Must.AddRange(conditions);
        return filter;
    }

    /// <summary>A key that equals a word, or holds it.</summary>
    public static Condition Is(string key, string value) => new() { Field = new FieldCondition { Key = key, Match = new Match { Keyword = value } } };

    /// <summary>A key that equals one of several words.</summary>
    public static Condition IsOneOf(string key, params IEnumerable<string> values)
    {
        var words = new RepeatedStrings();
        words.Strings.AddRange(values);
        return new Condition { Field = new FieldCondition { Key = key, Match = new Match { Keywords = words } } };
    }

    /// <summary>A number in a range.</summary>
    public static Condition Within(string key, global::Qdrant.Client.Grpc.Range range) => new() { Field = new FieldCondition { Key = key, Range = range } };

    /// <summary>Points of these numbers.</summary>
    public static Condition HasId(params IEnumerable<ulong> ids)
    {
        var condition = new HasIdCondition();
        condition.HasId.AddRange(ids.Select(id => new PointId { Num = id }));
        return new Condition { HasId = condition };
    }

    /// <summary>The numbers of points, in their order.</summary>
    public static string Ids(IEnumerable<PointId> ids) =>
        "[" + string.Join(", ", ids.Select(id => id.Num.ToString(CultureInfo.InvariantCulture))) + "]";

    /// <summary>The numbers of points found, in their order.</summary>
    public static string Ids(IEnumerable<ScoredPoint> points) => Ids(points.Select(point => point.Id));

    /// <summary>The numbers of points read, in their order.</summary>
    public static string Ids(IEnumerable<RetrievedPoint> points) => Ids(points.Select(point => point.Id));

    private static SparseVector SparseOf(ReadOnlySpan<(uint Index, float Value)> weights)
    {
        var sparse = new SparseVector();
        foreach ((uint index, float value) in weights)
        {
            sparse.Indices.Add(index);
            sparse.Values.Add(value);
        }

        return sparse;
    }
}
