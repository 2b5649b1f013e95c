using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;
using Range = Qdrant.Client.Grpc.Range;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>Conditions on points.</summary>
internal static class PointConditions
{
    /// <summary>Points of one of these kinds.</summary>
    public static Condition Kind(params IReadOnlyList<string> kinds) => AnyOf(Field.Kind, kinds);

    /// <summary>Points of a document.</summary>
    public static Condition Document(string document) => AnyOf(Field.Document, [document]);

    /// <summary>Points whose field is one of these texts.</summary>
    public static Condition AnyOf(string field, IReadOnlyList<string> texts) =>
        texts.Count == 1 ? Conditions.MatchKeyword(field, texts[0]) : Conditions.Match(field, texts);

    /// <summary>Points whose field is at least and at most so much.</summary>
    public static Condition Between(string field, long? from, long? to)
    {
        var range = new Range();
        if (from is { } least)
        {
            range.Gte = least;
        }

        if (to is { } most)
        {
            range.Lte = most;
        }

        return Conditions.Range(field, range);
    }

    /// <summary>Points that readers of a generation see.</summary>
    public static IEnumerable<Condition> Visible(long generation) =>
        [Between(Field.From, null, generation), Between(Field.To, generation + 1, null)];

    /// <summary>Points that a writer has written or marked whose generation never came.</summary>
    public static Filter Unfinished(long generation) => AnyOf(
        Between(Field.From, generation + 1, null),
        Between(Field.To, generation + 1, PointMaker.Current - 1));

    /// <summary>Points that meet all conditions.</summary>
    public static Filter AllOf(params IEnumerable<Condition> conditions)
    {
        var filter = new Filter();
        filter.Must.AddRange(conditions);
        return filter;
    }

    /// <summary>Points that meet one of the conditions.</summary>
    public static Filter AnyOf(params IEnumerable<Condition> conditions)
    {
        var filter = new Filter();
        filter.Should.AddRange(conditions);
        return filter;
    }
}
