using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Indexes;
using HybridAssistant.QdrantDouble.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Filters;

/// <summary>Makes a filter ready to be asked of a collection's points, with what its payload indexes know.</summary>
internal sealed class FilterCompiler(PointStore store)
{
    /// <summary>The four parts of a filter, all of which must hold; an empty one holds for every point.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a condition without content, or one the version does not know.</exception>
    public SlotTest Compile(Filter? filter)
    {
        if (filter is null)
        {
            return SlotTest.Everything;
        }

        List<SlotTest> parts = [.. filter.Must.Select(Condition)];
        if (filter.Should.Count > 0)
        {
            parts.Add(SlotTest.AtLeast([.. filter.Should.Select(Condition)], 1));
        }

        if (filter.MustNot.Count > 0)
        {
            parts.Add(SlotTest.None([.. filter.MustNot.Select(Condition)]));
        }

        if (filter.MinShould is { } minShould)
        {
            parts.Add(SlotTest.AtLeast([.. minShould.Conditions.Select(Condition)], minShould.MinCount));
        }

        return SlotTest.All(parts);
    }

    private SlotTest Condition(Condition condition) => condition.ConditionOneOfCase switch
    {
        Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.Field => Field(condition.Field),
        Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.Filter => Compile(condition.Filter),
        Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.HasId => HasId(condition.HasId),
        Qdrant.Client.Grpc.Condition.ConditionOneOfOneofCase.HasVector => HasVector(condition.HasVector.HasVector),
        _ => OfPayload(new PayloadFilter(TextIndexOf).Condition(condition)),
    };

    private SlotTest OfPayload(Func<Payload, bool> test) => new(slot => test(store.Payload(slot)));

    private TextIndex? TextIndexOf(string key) => store.Indexes.GetValueOrDefault(key) as TextIndex;

    private SlotTest Field(FieldCondition condition)
    {
        var byPayload = OfPayload(new PayloadFilter(TextIndexOf).Field(condition));
        return (store.Indexes.GetValueOrDefault(condition.Key), condition) switch
        {
            (KeywordIndex index, { Match.MatchValueCase: Match.MatchValueOneofCase.Keyword }) => Keywords(index, [condition.Match.Keyword]),
            (KeywordIndex index, { Match.MatchValueCase: Match.MatchValueOneofCase.Keywords }) => Keywords(index, condition.Match.Keywords.Strings),
            (NumberIndex index, { Range: { } range, Match: null }) => new SlotTest(index.Holds(ValueTests.InRange(range), byPayload.Holds)),
            _ => byPayload,
        };
    }

    private static SlotTest Keywords(KeywordIndex index, IReadOnlyCollection<string> texts)
    {
        var lists = texts.Distinct(StringComparer.Ordinal).Select(index.Slots).OfType<SlotList>().ToArray();
        int[] among = lists.Length == 1 ? lists[0].Slots.ToArray() : [.. lists.SelectMany(list => list.Slots.ToArray()).Distinct().Order()];
        return new SlotTest(index.HoldsAny(texts), among);
    }

    private SlotTest HasId(HasIdCondition condition)
    {
        var slots = condition.HasId.Select(id => store.Find(PointKey.Of(id))).OfType<int>().ToHashSet();
        return new SlotTest(slots.Contains, [.. slots.Order()]);
    }

    private SlotTest HasVector(string name)
    {
        if (store.Dense.TryGetValue(name, out var dense))
        {
            return new SlotTest(dense.Has);
        }

        return store.Sparse.TryGetValue(name, out var sparse)
            ? new SlotTest(slot => sparse.Get(slot) is not null)
            : new SlotTest(_ => false, []);
    }
}
