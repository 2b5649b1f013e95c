using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.QdrantDouble;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>A writer that ends in the middle, after each of its calls: readers see the old content or the new, whole.</summary>
public sealed class QdrantCrashTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1.16.0")]
    [InlineData("1.19.0")]
    public async Task A_crash_after_any_step_of_a_replacement_leaves_the_old_content_or_the_new(string version)
    {
        int calls = await CallsOfReplacementAsync(version);
        bool sawUnfinished = false;
        bool sawNew = false;
        for (int after = 0; after < calls; after++)
        {
            await using QdrantFixture fixture = await StartAsync(version);
            await using QdrantKnowledgeIndex writer = fixture.Open();
            fixture.Crash(after);
            try
            {
                await writer.ReplaceAsync(Revision("C", "20").Indexed(), Cancel);
            }
            catch (KnowledgeIndexException)
            {
                // The crash.
            }

            fixture.Server.ClearFaults();
            await using QdrantKnowledgeIndex reader = fixture.Open();
            string seen = await SeenAsync(reader);
            sawNew |= seen == "20";
            IReadOnlyList<string> faults = await reader.VerifyAsync(Cancel);
            sawUnfinished |= faults.Any(fault => fault.Contains("never finished", StringComparison.Ordinal));
            Assert.All(faults, fault => Assert.Contains("never finished", fault, StringComparison.Ordinal));
            Assert.True(faults.Count == 0 || seen == "10", $"after {after} calls");

            await using QdrantKnowledgeIndex next = fixture.Open(ahead: TimeSpan.FromHours(1));
            await next.ReplaceAsync(new SheetBuilder("other.pdf", "Other").Fact("", "Weight", "3", "kg").Indexed(), Cancel);

            Assert.Equal(seen, await SeenAsync(next));
            Assert.Empty(await next.VerifyAsync(Cancel));
        }

        Assert.True(sawUnfinished);
        Assert.True(sawNew);
    }

    [Fact]
    public async Task Repair_says_what_a_crashed_writer_left_and_removes_it()
    {
        await using QdrantFixture fixture = await StartAsync("1.19.0");
        await using QdrantKnowledgeIndex writer = fixture.Open();
        fixture.Server.Inject(new() { Method = "Points/Upsert", When = call => IsCommit(call), Times = int.MaxValue, Status = Grpc.Core.StatusCode.Internal });
        await Assert.ThrowsAsync<KnowledgeIndexException>(() => writer.ReplaceAsync(Revision("C", "20").Indexed(), Cancel));
        fixture.Server.ClearFaults();
        await using QdrantKnowledgeIndex repairer = fixture.Open();

        IReadOnlyList<string> mended = await repairer.RepairAsync(Cancel);

        Assert.Equal(
            [
                "5 points of a generation that was never finished were removed.",
                "4 points that a generation that was never finished had marked as replaced are current again.",
            ],
            mended);
        Assert.Empty(await repairer.VerifyAsync(Cancel));
        Assert.Empty(await repairer.RepairAsync(Cancel));
        Assert.Equal("10", await SeenAsync(repairer));
    }

    private static bool IsCommit(HybridAssistant.QdrantDouble.Calls.RecordedCall call) =>
        ((global::Qdrant.Client.Grpc.UpsertPoints)call.Request).Points.Any(point => point.Payload["kind"].StringValue == "meta");

    private static async Task<int> CallsOfReplacementAsync(string version)
    {
        await using QdrantFixture fixture = await StartAsync(version);
        await using QdrantKnowledgeIndex writer = fixture.Open();
        fixture.Server.ForgetCalls();
        await writer.ReplaceAsync(Revision("C", "20").Indexed(), Cancel);
        return fixture.Server.Calls.Count;
    }

    private static async Task<QdrantFixture> StartAsync(string version)
    {
        QdrantFixture fixture = await QdrantFixture.StartAsync(new QdrantDoubleOptions { Version = Version.Parse(version) }, options => options.BatchPoints = 2);
        await using QdrantKnowledgeIndex index = fixture.Open();
        await index.ReplaceAsync(Revision("B", "10").Indexed(), Cancel);
        await index.ReplaceAsync(Older.Indexed(), Cancel);
        return fixture;
    }

    private static SheetBuilder Revision(string revision, string value) => new SheetBuilder("valves.pdf", "BV ball valves")
        .Revision(revision).Product("BV-22").Fact("BV-22", "Pressure", value, "bar").Fact("BV-22", "Torque", value, "Nm");

    private static SheetBuilder Older => new SheetBuilder("valves-a.pdf", "BV ball valves").Revision("A").Product("BV-22").Fact("BV-22", "Pressure", "5", "bar");

    // Every way of looking must tell the same story.
    private static async Task<string> SeenAsync(QdrantKnowledgeIndex index)
    {
        await using IKnowledgeSnapshot snapshot = await index.OpenSnapshotAsync(Cancel);
        var filter = new EntryFilter { Documents = ["valves.pdf"] };
        string[] values =
        [
            .. (await snapshot.SearchTextAsync(["pressure", "torque"], filter, 10, Cancel)).Select(found => found.Entry.Fact!.Value),
            .. (await snapshot.GetFactsAsync(filter, 10, Cancel)).Select(entry => entry.Fact!.Value),
            .. (await index.FindAsync("valves.pdf", Cancel))!.Facts.Select(fact => fact.Value),
        ];
        Assert.Equal(6, values.Length);
        Assert.Single(await snapshot.FindCodesAsync("BV22", prefix: false, 10, Cancel), match => match.Document == "valves.pdf");
        Assert.Equal("valves.pdf", (await index.ListAsync(Cancel)).Single(document => document.Document == "valves-a.pdf").SupersededBy);
        return Assert.Single(values.Distinct());
    }
}
