using Grpc.Core;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.QdrantDouble;
using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>What a server may do to a call, and what becomes of it.</summary>
public sealed class QdrantFailureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SheetBuilder Pumps => new SheetBuilder("pumps.pdf", "Pumps").Product("KX-200").Fact("KX-200", "Pressure", "16", "bar").Passage("Do not run dry.");

    [Fact]
    public async Task An_older_server_is_refused_before_anything_is_sent_and_both_versions_are_named()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync(new QdrantDoubleOptions { Version = new Version(1, 15, 5) });
        await using QdrantKnowledgeIndex index = fixture.Open();

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.ReplaceAsync(Pumps.Indexed(), Cancel));

        Assert.Contains("is version 1.15.5; the index needs 1.16 or newer", refused.Message, StringComparison.Ordinal);
        Assert.All(fixture.Server.Calls, call => Assert.Equal("Qdrant/HealthCheck", call.Method));
    }

    [Theory]
    [InlineData(null, "wants an API key")]
    [InlineData("wrong", "Index:Qdrant:ApiKey")]
    public async Task A_key_that_is_missing_or_wrong_is_told_apart_from_a_server_that_is_away(string? key, string said)
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync(new QdrantDoubleOptions { ApiKey = "right" }, options => options.ApiKey = key);
        await using QdrantKnowledgeIndex index = fixture.Open();

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.ListAsync(Cancel));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("reached", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_right_key_the_index_is_written_and_a_key_that_only_reads_reads_it()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync(
            new QdrantDoubleOptions { ApiKey = "right", ReadOnlyApiKey = "reader" }, options => options.ApiKey = "right");
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        using QdrantConnection reading = QdrantConnection.Open(
            new QdrantOptions { Address = fixture.Server.Address.ToString(), ApiKey = "reader" }, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        await using var reader = new QdrantKnowledgeIndex(reading, null, TimeProvider.System);

        Assert.Single(await reader.ListAsync(Cancel));
        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => reader.RemoveAsync("pumps.pdf", Cancel));
        Assert.Contains("refuses the API key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_call_has_a_deadline_and_every_write_waits()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync(change: options => options.CallTimeout = TimeSpan.FromSeconds(20));
        await using QdrantKnowledgeIndex index = fixture.Open("test-model");
        await index.ReplaceAsync(Pumps.Embedded(), Cancel);
        await index.ReplaceAsync(Pumps.Fact("KX-200", "Weight", "3", "kg").Embedded(), Cancel);
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
        await snapshot.SearchTextAsync(["pressure"], EntryFilter.None, 10, Cancel);
        await index.PruneAsync(TimeSpan.Zero, Cancel);

        Assert.All(fixture.Server.Calls, call => Assert.True(call.Deadline < TimeProvider.System.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(21), call.Method));
        Assert.All(fixture.Server.Calls.Select(call => call.Request).OfType<UpsertPoints>(), write => Assert.True(write.Wait));
        Assert.All(fixture.Server.Calls.Select(call => call.Request).OfType<SetPayloadPoints>(), write => Assert.True(write.Wait));
        Assert.All(fixture.Server.Calls.Select(call => call.Request).OfType<DeletePoints>(), write => Assert.True(write.Wait));
    }

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded)]
    public async Task An_answer_that_is_lost_after_the_call_was_carried_out_changes_nothing(StatusCode status)
    {
        int calls = await CallsOfReplacementAsync();
        for (int lost = 0; lost < calls; lost++)
        {
            await using QdrantFixture fixture = await QdrantFixture.StartAsync();
            await using QdrantKnowledgeIndex index = fixture.Open();
            await index.ReplaceAsync(Pumps.Indexed(), Cancel);
            fixture.Server.Inject(new QdrantFault { After = lost, Status = status, AfterApplying = true });

            await index.ReplaceAsync(Pumps.Fact("KX-200", "Weight", "3", "kg").Indexed(), Cancel);

            Assert.Equal(2, (await index.FindAsync("pumps.pdf", Cancel))!.Facts.Length);
            Assert.Empty(await index.VerifyAsync(Cancel));
        }
    }

    [Fact]
    public async Task The_first_write_survives_a_lost_answer_to_any_of_its_calls()
    {
        await using QdrantFixture counted = await QdrantFixture.StartAsync();
        await counted.Open().ReplaceAsync(Pumps.Indexed(), Cancel);
        for (int lost = 0; lost < counted.Server.Calls.Count; lost++)
        {
            await using QdrantFixture fixture = await QdrantFixture.StartAsync();
            await using QdrantKnowledgeIndex index = fixture.Open();
            fixture.Server.Inject(new QdrantFault { After = lost, Status = StatusCode.Unavailable, AfterApplying = true });

            await index.ReplaceAsync(Pumps.Indexed(), Cancel);

            Assert.Single(await index.ListAsync(Cancel));
            Assert.Empty(await index.VerifyAsync(Cancel));
        }
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_and_a_full_disk_is_not()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        fixture.Server.Inject(QdrantFault.RateLimited("Points/Scroll", retryAfterSeconds: 0));
        Assert.Single(await index.ListAsync(Cancel));
        fixture.Server.ForgetCalls();
        fixture.Server.Inject(new QdrantFault { Method = "Points/Scroll", Status = StatusCode.ResourceExhausted, Detail = "No space left", Times = 100 });

        KnowledgeIndexException full = await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.ListAsync(Cancel));

        Assert.Contains("has reached a limit (No space left)", full.Message, StringComparison.Ordinal);
        Assert.Single(fixture.Server.Calls);
    }

    [Fact]
    public async Task A_server_that_was_away_is_found_again()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        await fixture.Server.StopAsync();

        KnowledgeIndexException away = await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.ListAsync(Cancel));
        await fixture.Server.RestartAsync(cancellationToken: Cancel);

        Assert.Contains("cannot be reached", away.Message, StringComparison.Ordinal);
        Assert.Single(await index.ListAsync(Cancel));
    }

    [Fact]
    public async Task Vectors_of_another_length_are_refused_with_both_lengths()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Pumps.Embedded(), Cancel);
        IndexedSheet shorter = new SheetBuilder("b.pdf", "B").Fact("", "Weight", "3", "kg").Embedded() with { FactVectors = [new float[] { 0.6f, 0.8f }] };

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.ReplaceAsync(shorter, Cancel));
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
        KnowledgeIndexException asked = await Assert.ThrowsAsync<KnowledgeIndexException>(
            () => snapshot.SearchVectorsAsync(new float[] { 0.6f, 0.8f }, EntryFilter.None, 10, Cancel));

        Assert.Contains("have 64 dimensions, those of 'b.pdf' 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("have 64 dimensions, those of the configured embedding model 2", asked.Message, StringComparison.Ordinal);
        Assert.Empty(await index.VerifyAsync(Cancel));
    }

    [Fact]
    public async Task A_collection_of_another_program_is_not_touched()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await fixture.Connection.CallAsync((client, call) => client.Collections.CreateAsync(
            new CreateCollection { CollectionName = "hybrid-assistant", VectorsConfig = new VectorsConfig { ParamsMap = new VectorParamsMap() } }, call), Cancel);
        await using QdrantKnowledgeIndex index = fixture.Open();

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => index.ReplaceAsync(Pumps.Indexed(), Cancel));

        Assert.Contains("was not made by this program", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<int> CallsOfReplacementAsync()
    {
        await using QdrantFixture fixture = await QdrantFixture.StartAsync();
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Pumps.Indexed(), Cancel);
        fixture.Server.ForgetCalls();
        await index.ReplaceAsync(Pumps.Fact("KX-200", "Weight", "3", "kg").Indexed(), Cancel);
        return fixture.Server.Calls.Count;
    }
}
