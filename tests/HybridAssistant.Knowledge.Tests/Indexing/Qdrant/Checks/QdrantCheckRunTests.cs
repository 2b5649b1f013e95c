using Grpc.Core;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Qdrant.Checks;
using HybridAssistant.QdrantDouble;
using HybridAssistant.QdrantDouble.Calls;
using Microsoft.Extensions.Logging.Abstractions;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Checks;

public sealed class QdrantCheckRunTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_breaks_a_rule_is_reported_with_what_was_seen()
    {
        await using QdrantDoubleServer server = await QdrantDoubleServer.StartAsync(cancellationToken: Cancel);
        // Fuses as if k were 60 wherever it is asked for the default of 2.
        server.Intercept((call, proceed, _) =>
        {
            if (call.Request is QueryPoints { Query.VariantCase: Query.VariantOneofCase.Fusion } query)
            {
                query.Query = new Query { Rrf = new Rrf { K = 60 } };
            }

            return proceed();
        });

        IReadOnlyList<QdrantCheckResult> results = await RunAsync(server, QdrantChecks.All);

        QdrantCheckResult failed = Assert.Single(results, result => !result.IsKept);
        Assert.Equal("rank fusion", failed.Check);
        Assert.StartsWith("1: 0.0328", failed.Seen, StringComparison.Ordinal);
        Assert.Contains("1: 0.75", failed.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_check_can_fail_without_ending_the_run()
    {
        await using QdrantDoubleServer server = await QdrantDoubleServer.StartAsync(cancellationToken: Cancel);
        server.Inject(new QdrantFault { Method = "Collections/Create", Status = StatusCode.Internal, Detail = "out of order", Times = int.MaxValue });

        IReadOnlyList<QdrantCheckResult> results = await RunAsync(server, QdrantChecks.All);

        Assert.Equal(QdrantChecks.All.Length, results.Count);
        Assert.Equal(
            ["version", "api key", "missing collection", "delete missing collection"],
            results.Where(result => result.IsKept).Select(result => result.Check));
        Assert.All(results.Where(result => !result.IsKept), result => Assert.Equal("Internal: out of order", result.Seen));
    }

    [Fact]
    public async Task Nothing_of_a_run_stays_on_the_server()
    {
        await using QdrantDoubleServer server = await QdrantDoubleServer.StartAsync(cancellationToken: Cancel);
        using QdrantConnection connection = Open(server);

        await RunAsync(server, QdrantChecks.All);

        Assert.Empty(await CollectionsAsync(connection));
        Assert.Empty((await connection.CallAsync((client, call) => client.Collections.ListAliasesAsync(new ListAliasesRequest(), call), Cancel)).Aliases);
    }

    [Fact]
    public async Task Nothing_of_a_run_stays_on_the_server_when_it_is_cut_off()
    {
        await using QdrantDoubleServer server = await QdrantDoubleServer.StartAsync(cancellationToken: Cancel);
        using QdrantConnection connection = Open(server);
        using var cancel = new CancellationTokenSource();
        server.Intercept(async (call, proceed, _) =>
        {
            var answer = await proceed();
            if (call.Method == "Points/Upsert")
            {
                await cancel.CancelAsync();
            }

            return answer;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new QdrantCheckRun(connection, TimeProvider.System).RunAsync(QdrantChecks.All, cancellationToken: cancel.Token));

        Assert.Empty(await CollectionsAsync(connection));
    }

    [Fact]
    public async Task A_key_is_told_from_no_key_and_from_another_one()
    {
        await using QdrantDoubleServer server = await QdrantDoubleServer.StartAsync(new QdrantDoubleOptions { ApiKey = "secret" }, Cancel);

        QdrantCheckResult result = Assert.Single(await RunAsync(server, QdrantChecks.All.Where(check => check.Name == "api key"), "secret"));
        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => RunAsync(server, QdrantChecks.All));

        Assert.True(result.IsKept, result.Seen);
        Assert.StartsWith("Unauthenticated without a key", result.Seen, StringComparison.Ordinal);
        Assert.Equal(StatusCode.Unauthenticated, ((RpcException)refused.InnerException!).StatusCode);
    }

    [Fact]
    public async Task A_server_that_is_too_old_is_not_checked()
    {
        await using QdrantDoubleServer server = await QdrantDoubleServer.StartAsync(new QdrantDoubleOptions { Version = new Version(1, 15, 5) }, Cancel);

        KnowledgeIndexException refused = await Assert.ThrowsAsync<KnowledgeIndexException>(() => RunAsync(server, QdrantChecks.All));

        Assert.Contains("1.15.5", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<QdrantCheckResult>> RunAsync(QdrantDoubleServer server, IEnumerable<QdrantCheck> checks, string? key = null)
    {
        using QdrantConnection connection = Open(server, key);
        return await new QdrantCheckRun(connection, TimeProvider.System).RunAsync(checks, cancellationToken: Cancel);
    }

    private static QdrantConnection Open(QdrantDoubleServer server, string? key = null) =>
        QdrantConnection.Open(new QdrantOptions { Address = server.Address.ToString(), ApiKey = key }, TimeProvider.System, NullLogger.Instance);

    private static async Task<IEnumerable<string>> CollectionsAsync(QdrantConnection connection) =>
        (await connection.CallAsync((client, call) => client.Collections.ListAsync(new ListCollectionsRequest(), call), Cancel)).Collections.Select(one => one.Name);
}
