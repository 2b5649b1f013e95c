using Grpc.Core;
using Qdrant.Client.Grpc;
using static HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double.DoubleFixture;
using static Qdrant.Client.Grpc.Conditions;
using Range = Qdrant.Client.Grpc.Range;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Double;

public sealed class QdrantDoubleFilterTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answers_the_same_with_payload_indexes_as_without(bool indexed)
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(
            Bare(1, ("kind", "fact"), ("n", 1), ("flag", true), ("at", "2026-01-02T00:00:00Z")),
            Bare(2, ("kind", new[] { "fact", "code" }), ("n", new Value { ListValue = new ListValue { Values = { 5, 9 } } }), ("at", "2026-01-02T02:00:00+02:00")),
            Bare(3, ("kind", "passage"), ("n", 2.5)),
            Bare(4, ("empty", new Value { ListValue = new ListValue() }), ("gone", new Value { NullValue = NullValue.NullValue })),
            Dense(5, 1, 0));
        if (indexed)
        {
            await fixture.Client.CreatePayloadIndexAsync(Collection, "kind", cancellationToken: Cancellation);
            await fixture.Client.CreatePayloadIndexAsync(Collection, "n", PayloadSchemaType.Integer, cancellationToken: Cancellation);
        }

        await Finds(fixture, [1, 2], MatchKeyword("kind", "fact"));
        await Finds(fixture, [2, 3], Match("kind", ["code", "passage", "unknown"]));
        await Finds(fixture, [2, 3], MatchExcept("kind", ["fact"]));
        await Finds(fixture, [2], Match("n", 9));
        await Finds(fixture, [1], Match("flag", true));
        await Finds(fixture, [1, 3], Range("n", new Range { Gte = 1, Lt = 5 }));
        await Finds(fixture, [2], Range("n", new Range { Gt = 5 }));
        await Finds(fixture, [1, 2], DatetimeRange("at", gte: new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc)));
        await Finds(fixture, [4, 5], IsEmpty("kind"));
        await Finds(fixture, [1, 2, 3, 4, 5], IsEmpty("empty"));
        await Finds(fixture, [4], IsNull("gone"));
        await Finds(fixture, [5], HasVector("dense"));
        await Finds(fixture, [2, 4], HasId([4, 2, 99]));
        await Finds(fixture, [3], MatchKeyword("kind", "passage"), Range("n", new Range { Lte = 2.5 }));
        await Finds(fixture, [1, 4], new Filter { Should = { HasId([1, 2]), HasId(4) }, MustNot = { HasVector("dense"), Match("n", 5) } });
        await Finds(fixture, [1], new Filter { MinShould = new MinShould { MinCount = 2, Conditions = { MatchKeyword("kind", "fact"), Match("flag", true), Match("n", 1) } } });
        await Finds(fixture, [1, 2, 3, 4, 5], new Filter());
    }

    [Fact]
    public async Task Follows_the_payload_when_it_changes_under_an_index()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.Client.CreatePayloadIndexAsync(Collection, "to", PayloadSchemaType.Integer, cancellationToken: Cancellation);
        await fixture.Client.CreatePayloadIndexAsync(Collection, "kind", cancellationToken: Cancellation);
        await fixture.UpsertAsync(Bare(1, ("to", 9), ("kind", "fact")), Bare(2, ("to", 9), ("kind", "fact")), Bare(3, ("to", 9), ("kind", "code")));

        await fixture.Client.SetPayloadAsync(Collection, new Dictionary<string, Value> { ["to"] = 4 }, MatchKeyword("kind", "fact"), cancellationToken: Cancellation);
        await fixture.UpsertAsync(Bare(2, ("to", 9), ("kind", "code")));
        await fixture.Client.DeleteAsync(Collection, 3, cancellationToken: Cancellation);
        await fixture.UpsertAsync(Bare(4, ("kind", "fact")));

        await Finds(fixture, [1], Range("to", new Range { Lt = 9 }));
        await Finds(fixture, [2], MatchKeyword("kind", "code"));
        await Finds(fixture, [1, 4], MatchKeyword("kind", "fact"));
    }

    [Fact]
    public async Task Compares_a_text_by_characters_without_a_text_index_and_by_words_with_one()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Bare(1, ("text", "Die Pumpe läuft")), Bare(2, ("text", "pumpendruck")));

        await Finds(fixture, [2], MatchText("text", "pump"));
        await fixture.Client.CreatePayloadIndexAsync(
            Collection, "text", PayloadSchemaType.Text, new PayloadIndexParams { TextIndexParams = new TextIndexParams { Tokenizer = TokenizerType.Word, Lowercase = true } }, cancellationToken: Cancellation);
        await Finds(fixture, [1], MatchText("text", "läuft PUMPE"));
    }

    [Fact]
    public async Task Scrolls_in_the_order_of_ids_and_names_the_next_page()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        var uuid = new Guid("00000000-0000-5000-8000-000000000001");
        await fixture.UpsertAsync(new PointStruct(Bare(1)) { Id = uuid }, Bare(20), Bare(3));

        var first = await fixture.Client.ScrollAsync(Collection, limit: 2, cancellationToken: Cancellation);
        var second = await fixture.Client.ScrollAsync(Collection, limit: 2, offset: first.NextPageOffset, cancellationToken: Cancellation);

        Assert.Equal([3UL, 20UL], first.Result.Select(point => point.Id.Num));
        Assert.Equal(uuid.ToString(), Assert.Single(second.Result).Id.Uuid);
        Assert.Null(second.NextPageOffset);
    }

    [Fact]
    public async Task Orders_by_a_field_that_has_a_range_index_only()
    {
        await using var fixture = await DoubleFixture.StartAsync();
        await fixture.UpsertAsync(Bare(1, ("ordinal", 7)), Bare(2, ("ordinal", 3)), Bare(3));
        var order = new OrderBy { Key = "ordinal", Direction = Direction.Desc };

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.Client.ScrollAsync(Collection, orderBy: order, cancellationToken: Cancellation));
        await fixture.Client.CreatePayloadIndexAsync(Collection, "ordinal", PayloadSchemaType.Integer, cancellationToken: Cancellation);
        var sorted = await fixture.Client.ScrollAsync(Collection, orderBy: order, cancellationToken: Cancellation);

        Assert.Contains("No range index for `order_by` key", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Equal([(1UL, 7L), (2UL, 3L)], sorted.Result.Select(point => (point.Id.Num, point.OrderValue.Int)));
    }

    private static Task Finds(DoubleFixture fixture, ulong[] expected, params Condition[] must) => Finds(fixture, expected, new Filter { Must = { must } });

    private static async Task Finds(DoubleFixture fixture, ulong[] expected, Filter filter)
    {
        Assert.Equal(expected, await fixture.IdsAsync(filter));
        Assert.Equal((ulong)expected.Length, await fixture.Client.CountAsync(Collection, filter, cancellationToken: Cancellation));
    }
}
