using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Qdrant.Checks;
using HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant.Checks;

/// <summary>Every rule that the index relies on, on each version that is supported.</summary>
public sealed class QdrantChecksTests(QdrantDoubles doubles) : IClassFixture<QdrantDoubles>
{
    public static MatrixTheoryData<string, string> ChecksOfVersions =>
        new(["1.16.0", "1.16.3", "1.17.0", "1.18.0", "1.18.1", "1.19.0"], QdrantChecks.All.Select(check => check.Name));

    public static bool HasServer => RealQdrant.IsThere;

    [Theory]
    [MemberData(nameof(ChecksOfVersions))]
    public async Task The_double_keeps_the_rule(string version, string check)
    {
        var server = await doubles.OfVersionAsync(version, TestContext.Current.CancellationToken);

        await RequireKeptAsync(new QdrantOptions { Address = server.Address.ToString() }, QdrantChecks.All.Where(one => one.Name == check));
    }

    [Fact(Skip = RealQdrant.SkipReason, SkipUnless = nameof(HasServer))]
    public Task The_server_keeps_every_rule() => RequireKeptAsync(RealQdrant.Options, QdrantChecks.All);

    [Fact]
    public void Names_are_unique() =>
        Assert.Equal(QdrantChecks.All.Length, QdrantChecks.All.Select(check => check.Name).Distinct(StringComparer.Ordinal).Count());

    private static async Task RequireKeptAsync(QdrantOptions options, IEnumerable<QdrantCheck> checks)
    {
        using QdrantConnection connection = QdrantConnection.Open(options, TimeProvider.System, NullLogger.Instance);

        IReadOnlyList<QdrantCheckResult> results = await new QdrantCheckRun(connection, TimeProvider.System)
            .RunAsync(checks, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([], results.Where(result => !result.IsKept).Select(result => $"{result.Check}: {result.Rule}: {result.Seen}"));
    }
}
