using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Indexes;
using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Filters;

/// <summary>Makes conditions ready to be asked of a payload.</summary>
/// <param name="textIndexOf">The full-text index of a key, which changes what a text condition compares.</param>
internal sealed class PayloadFilter(Func<string, TextIndex?> textIndexOf)
{
    public Func<Payload, bool> Condition(Condition condition)
    {
        switch (condition.ConditionOneOfCase)
        {
            case Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.Field:
                return Field(condition.Field);
            case Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.Filter:
                return Filter(condition.Filter);
            case Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.IsEmpty:
                return IsEmpty(condition.IsEmpty.Key);
            case Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.IsNull:
                return IsNull(condition.IsNull.Key);
            case Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.Nested:
                return Nested(condition.Nested);
            case Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.None:
                throw Refusal.Malformed("Malformed Condition type");
            default:
                throw Refusal.NotInDouble($"the condition {condition.ConditionOneOfCase} here");
        }
    }

    public Func<Payload, bool> Field(FieldCondition condition)
    {
        var path = new FieldPath(condition.Key);
        var tests = new List<Func<Value, bool>>();
        if (condition.Match is { } match)
        {
            tests.Add(ValueTests.Matches(match, textIndexOf(condition.Key)));
        }

        if (condition.Range is { } range)
        {
            tests.Add(ValueTests.Numeric(range));
        }

        if (condition.DatetimeRange is { } datetimes)
        {
            tests.Add(ValueTests.Datetime(datetimes));
        }

        if (condition.GeoBoundingBox is not null || condition.GeoRadius is not null || condition.GeoPolygon is not null || condition.ValuesCount is not null)
        {
            throw Refusal.NotInDouble("geographic conditions and counts of values");
        }

        var parts = tests.Select(test => (Func<Payload, bool>)(payload => path.Any(payload, test))).ToList();
        if (condition.HasIsEmpty)
        {
            var empty = IsEmpty(condition.Key);
            parts.Add(payload => empty(payload) == condition.IsEmpty);
        }

        if (condition.HasIsNull)
        {
            var missing = IsNull(condition.Key);
            parts.Add(payload => missing(payload) == condition.IsNull);
        }

        return parts.Count switch
        {
            0 => throw Refusal.BadRequest("At least one field condition must be specified"),
            1 => parts[0],
            _ => payload => parts.TrueForAll(part => part(payload)),
        };
    }

    private Func<Payload, bool> Filter(Filter filter)
    {
        var must = filter.Must.Select(Condition).ToArray();
        var should = filter.Should.Select(Condition).ToArray();
        var mustNot = filter.MustNot.Select(Condition).ToArray();
        var minShould = filter.MinShould?.Conditions.Select(Condition).ToArray() ?? [];
        return payload => must.All(test => test(payload))
            && (should.Length == 0 || should.Any(test => test(payload)))
            && !mustNot.Any(test => test(payload))
            && (filter.MinShould is null || (ulong)minShould.Count(test => test(payload)) >= filter.MinShould.MinCount);
    }

    /// <summary>Missing, null, or an array without elements.</summary>
    private static Func<Payload, bool> IsEmpty(string key)
    {
        var path = new FieldPath(key);
        return payload => path.Raw(payload).All(value =>
            ValueTests.IsNull(value) || (value.KindCase == Value.KindOneofCase.ListValue && value.ListValue.Values.Count == 0));
    }

    /// <summary>There, and null or with a null among its elements; a missing field is not null.</summary>
    private static Func<Payload, bool> IsNull(string key)
    {
        var path = new FieldPath(key);
        return payload => path.Any(payload, ValueTests.IsNull);
    }

    /// <summary>One element of an array of objects meets the whole filter by itself.</summary>
    private Func<Payload, bool> Nested(NestedCondition condition)
    {
        var path = new FieldPath(condition.Key);
        var filter = Filter(condition.Filter);
        return payload => path.Any(payload, value => value.KindCase == Value.KindOneofCase.StructValue && filter(Payload.Of(value.StructValue.Fields)));
    }
}
