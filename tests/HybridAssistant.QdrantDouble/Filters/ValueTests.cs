using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using HybridAssistant.QdrantDouble.Calls;
using HybridAssistant.QdrantDouble.Indexes;
using Qdrant.Client.Grpc;
using QdrantRange = Qdrant.Client.Grpc.Range;
using QdrantValue = Qdrant.Client.Grpc.Value;

namespace HybridAssistant.QdrantDouble.Filters;

/// <summary>Conditions on one value of a payload.</summary>
internal static class ValueTests
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: no value to match, or one the version does not know.</exception>
    public static Func<QdrantValue, bool> Matches(Match match, TextIndex? words)
    {
        switch (match.MatchValueCase)
        {
            case Match.MatchValueOneofCase.Keyword:
                return Text(text => text == match.Keyword);
            case Match.MatchValueOneofCase.Keywords:
                return Text(Set(match.Keywords.Strings).Contains);
            case Match.MatchValueOneofCase.ExceptKeywords:
                // A value of another type is none of those texts; null is no value.
                var exceptTexts = Set(match.ExceptKeywords.Strings);
                return value => !IsNull(value) && (value.KindCase != QdrantValue.KindOneofCase.StringValue || !exceptTexts.Contains(value.StringValue));
            case Match.MatchValueOneofCase.Integer:
                return Integer(number => number == match.Integer);
            case Match.MatchValueOneofCase.Integers:
                return Integer(match.Integers.Integers.ToHashSet().Contains);
            case Match.MatchValueOneofCase.ExceptIntegers:
                var exceptNumbers = match.ExceptIntegers.Integers.ToHashSet();
                return value => !IsNull(value) && (value.KindCase != QdrantValue.KindOneofCase.IntegerValue || !exceptNumbers.Contains(value.IntegerValue));
            case Match.MatchValueOneofCase.Boolean:
                return value => value.KindCase == QdrantValue.KindOneofCase.BoolValue && value.BoolValue == match.Boolean;
            case Match.MatchValueOneofCase.Prefix:
                return Text(text => text.StartsWith(match.Prefix, StringComparison.Ordinal));
            case Match.MatchValueOneofCase.Text:
                return Words(match.Text, words, (asked, found) => asked.All(found.Contains));
            case Match.MatchValueOneofCase.TextAny:
                return Words(match.TextAny, words, (asked, found) => asked.Any(found.Contains));
            case Match.MatchValueOneofCase.Phrase:
                return Words(match.Phrase, words?.ComparesPhrases == true ? words : null, Contains);
            default:
                throw Refusal.Malformed("Malformed Match condition");
        }
    }

    public static Func<QdrantValue, bool> Numeric(QdrantRange range)
    {
        var inside = InRange(range);
        return value => value.KindCase switch
        {
            QdrantValue.KindOneofCase.IntegerValue => inside(value.IntegerValue),
            QdrantValue.KindOneofCase.DoubleValue => inside(value.DoubleValue),
            _ => false,
        };
    }

    public static Func<double, bool> InRange(QdrantRange range)
    {
        var (above, from) = (range.HasGt ? range.Gt : double.NegativeInfinity, range.HasGte ? range.Gte : double.NegativeInfinity);
        var (below, to) = (range.HasLt ? range.Lt : double.PositiveInfinity, range.HasLte ? range.Lte : double.PositiveInfinity);
        return number => number > above && number >= from && number < below && number <= to;
    }

    /// <summary>Texts that are RFC 3339 dates, a missing zone being UTC.</summary>
    public static Func<QdrantValue, bool> Datetime(DatetimeRange range) => Text(text =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && Timestamp.FromDateTimeOffset(time) is var stamp
        && (range.Gt is null || stamp > range.Gt)
        && (range.Gte is null || stamp >= range.Gte)
        && (range.Lt is null || stamp < range.Lt)
        && (range.Lte is null || stamp <= range.Lte));

    public static bool IsNull(QdrantValue value) => value.KindCase is QdrantValue.KindOneofCase.NullValue or QdrantValue.KindOneofCase.None;

    private static HashSet<string> Set(IEnumerable<string> texts) => texts.ToHashSet(StringComparer.Ordinal);

    private static Func<QdrantValue, bool> Text(Func<string, bool> test) =>
        value => value.KindCase == QdrantValue.KindOneofCase.StringValue && test(value.StringValue);

    private static Func<QdrantValue, bool> Integer(Func<long, bool> test) =>
        value => value.KindCase == QdrantValue.KindOneofCase.IntegerValue && test(value.IntegerValue);

    /// <summary>By words where the field has a full-text index, else by characters.</summary>
    private static Func<QdrantValue, bool> Words(string asked, TextIndex? index, Func<List<string>, List<string>, bool> compare)
    {
        if (index is null)
        {
            return Text(text => text.Contains(asked, StringComparison.Ordinal));
        }

        var words = index.Words(asked);
        return Text(text => words.Count > 0 && compare(words, index.Words(text)));
    }

    private static bool Contains(List<string> phrase, List<string> words) => Enumerable.Range(0, Math.Max(0, words.Count - phrase.Count + 1))
        .Any(start => phrase.SequenceEqual(words.Skip(start).Take(phrase.Count), StringComparer.Ordinal));
}
