using System.Globalization;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.CheckPoints;
using static HybridAssistant.Knowledge.Indexing.Qdrant.Checks.QdrantCheckContext;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>Rules of reading points: pages, payload, ids, filters.</summary>
internal static class ReadChecks
{
    // The largest whole number up to which a double, and so a range filter, tells all apart: "to" of a current point.
    private const long Forever = (1L << 53) - 1;

    public static IEnumerable<QdrantCheck> All { get; } =
    [
        new("scroll in pages", "scroll goes by id, each page says where the next begins, and the last one does not", PagesAsync),
        new("payload", "words, whole numbers up to 2^53 - 1, decimals and lists read back as they were written", PayloadAsync),
        new("payload selector", "only the keys that are asked for come back", SelectorAsync),
        new("uuid", "ids are answered as hyphenated lower-case UUIDs", UuidAsync),
        new("count", "an exact count counts the points that pass the filter", async context =>
        {
            string name = await FilledAsync(context).ConfigureAwait(false);
            ulong facts = await context.CountAsync(name, CheckPoints.All(Is("kind", "fact"))).ConfigureAwait(false);
            ulong all = await context.CountAsync(name).ConfigureAwait(false);
            Require((facts, all) == (2, 4), $"{facts} of {all}; 2 of 4 expected");
            return "2 of 4";
        }),
        new("generation range", "integer ranges tell generations apart, up to 2^53 - 1, with and without an index", RangeAsync),
        new("keyword lists", "a keyword condition holds where any word of a list matches", async context =>
        {
            string name = await FilledAsync(context).ConfigureAwait(false);
            return await MatchAsync(context, name, "[2]", CheckPoints.All(Is("code_prefixes", "KX2")))
                + await MatchAsync(context, name, "[2, 3]", CheckPoints.All(IsOneOf("code_prefixes", "KX2", "BV", "none")));
        }),
        new("has_id", "has_id holds for the ids listed, also as an exclusion", async context =>
        {
            string name = await FilledAsync(context).ConfigureAwait(false);
            var others = new Filter { MustNot = { HasId(1, 3) } };
            return await MatchAsync(context, name, "[1, 3]", CheckPoints.All(HasId(1, 3, 99))) + await MatchAsync(context, name, "[2, 4]", others);
        }),
        new("filters combine", "must, must_not, should and nested filters are ANDed; a missing key matches no word", CombineAsync),
    ];

    private static async Task<string> FilledAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(
            name,
            Point(1, ("kind", "fact"), ("ordinal", 1)),
            Point(2, ("kind", "fact"), ("ordinal", 2), ("doubt", "blurred"), ("code_prefixes", new[] { "K", "KX", "KX2" })),
            Point(3, ("kind", "passage"), ("ordinal", 3), ("code_prefixes", new[] { "B", "BV" })),
            Point(4, ("kind", "document"), ("ordinal", 4))).ConfigureAwait(false);
        return name;
    }

    private static async Task<string> MatchAsync(QdrantCheckContext context, string collection, string expected, Filter filter)
    {
        string seen = Ids(await context.ScrollAsync(collection, filter).ConfigureAwait(false));
        Require(seen == expected, $"{seen} pass {filter}; {expected} expected");
        return seen;
    }

    private static async Task<string> PagesAsync(QdrantCheckContext context)
    {
        string name = await FilledAsync(context).ConfigureAwait(false);
        var pages = new List<string>();
        PointId? next = null;
        do
        {
            var request = new ScrollPoints { CollectionName = name, Limit = 3, WithPayload = new WithPayloadSelector { Enable = false }, Offset = next };
            ScrollResponse page = await context.CallAsync((client, call) => client.Points.ScrollAsync(request, call)).ConfigureAwait(false);
            pages.Add(Ids(page.Result));
            next = page.NextPageOffset;
        }
        while (next is not null && pages.Count < 5);
        string seen = string.Join(" ", pages);
        Require(seen == "[1, 2, 3] [4]", $"the pages are {seen}");
        return seen;
    }

    private static async Task<string> PayloadAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(name, Point(
            1, ("word", "Ø 12 µm – {\"a\": 1}"), ("whole", Forever), ("decimal", 0.1), ("round", 5.0), ("yes", true), ("list", new[] { "b", "a" }))).ConfigureAwait(false);
        var read = (await context.ScrollAsync(name).ConfigureAwait(false)).Single().Payload;
        // A decimal without a fraction may come back as a whole number.
        double round = read["round"].HasIntegerValue ? read["round"].IntegerValue : read["round"].DoubleValue;
        Require(
            read["word"].StringValue == "Ø 12 µm – {\"a\": 1}" && read["whole"].IntegerValue == Forever && read["decimal"].DoubleValue == 0.1
            && round == 5 && read["yes"].BoolValue && read["list"].ListValue.Values.Select(value => value.StringValue).SequenceEqual(["b", "a"]),
            read.ToString());
        return "as written";
    }

    private static async Task<string> SelectorAsync(QdrantCheckContext context)
    {
        string name = await FilledAsync(context).ConfigureAwait(false);
        var request = new ScrollPoints
        {
            CollectionName = name,
            Limit = 1,
            WithPayload = new WithPayloadSelector { Include = new PayloadIncludeSelector { Fields = { "ordinal" } } },
        };
        RetrievedPoint point = (await context.CallAsync((client, call) => client.Points.ScrollAsync(request, call)).ConfigureAwait(false)).Result.Single();
        Require(point.Payload.Keys.SequenceEqual(["ordinal"]), $"the keys [{string.Join(", ", point.Payload.Keys)}] came");
        return "ordinal";
    }

    private static async Task<string> UuidAsync(QdrantCheckContext context)
    {
        const string Id = "3b241101-e2bb-5255-8caf-4136c566a962";
        string name = await context.CreateAsync().ConfigureAwait(false);
        PointStruct point = Point(1);
        point.Id = new PointId { Uuid = Id.ToUpperInvariant() };
        await context.UpsertAsync(name, point).ConfigureAwait(false);
        string seen = (await context.ScrollAsync(name).ConfigureAwait(false)).Single().Id.Uuid;
        Require(seen == Id, seen);
        return seen;
    }

    private static async Task<string> RangeAsync(QdrantCheckContext context)
    {
        string name = await context.CreateAsync().ConfigureAwait(false);
        await context.UpsertAsync(
            name,
            Point(1, ("from", 1), ("to", Forever)),
            Point(2, ("from", 1), ("to", 3)),
            Point(3, ("from", 3), ("to", Forever)),
            Point(4, ("from", 4), ("to", Forever - 1))).ConfigureAwait(false);
        string seen = "";
        foreach (bool isIndexed in (bool[])[false, true])
        {
            if (isIndexed)
            {
                await CollectionChecks.CreateIndexAsync(context, name, "from", FieldType.Integer).ConfigureAwait(false);
                await CollectionChecks.CreateIndexAsync(context, name, "to", FieldType.Integer).ConfigureAwait(false);
            }

            seen = await MatchAsync(context, name, "[1, 2]", VisibleAt(2)).ConfigureAwait(false)
                + await MatchAsync(context, name, "[1, 3]", VisibleAt(3)).ConfigureAwait(false)
                + await MatchAsync(context, name, "[1, 3, 4]", VisibleAt(4)).ConfigureAwait(false)
                + await MatchAsync(context, name, "[1, 3]", VisibleAt(Forever - 1)).ConfigureAwait(false);
        }

        return string.Create(CultureInfo.InvariantCulture, $"generations 2, 3, 4, 2^53 - 2: {seen}");
    }

    private static Filter VisibleAt(long generation) => CheckPoints.All(
        Within("from", new global::Qdrant.Client.Grpc.Range { Lte = generation }), Within("to", new global::Qdrant.Client.Grpc.Range { Gt = generation }));

    private static async Task<string> CombineAsync(QdrantCheckContext context)
    {
        string name = await FilledAsync(context).ConfigureAwait(false);
        string undoubted = await MatchAsync(
            context, name, "[1]", new Filter { Must = { Is("kind", "fact") }, MustNot = { Is("doubt", "blurred") } }).ConfigureAwait(false);
        string empty = await MatchAsync(
            context, name, "[1, 3, 4]", CheckPoints.All(new Condition { IsEmpty = new IsEmptyCondition { Key = "doubt" } })).ConfigureAwait(false);
        var either = new Filter { Should = { Is("kind", "passage"), new Condition { Filter = CheckPoints.All(Is("kind", "fact"), Is("doubt", "blurred")) } } };
        string nested = await MatchAsync(context, name, "[2, 3]", either).ConfigureAwait(false);
        either.Must.Add(Is("code_prefixes", "BV"));
        return undoubted + empty + nested + await MatchAsync(context, name, "[3]", either).ConfigureAwait(false);
    }
}
