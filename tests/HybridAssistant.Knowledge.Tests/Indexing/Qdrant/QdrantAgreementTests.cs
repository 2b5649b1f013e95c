using FsCheck.Xunit;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.Knowledge.Indexing.Sqlite;

namespace HybridAssistant.Knowledge.Tests.Indexing.Qdrant;

/// <summary>Whatever is written to both indexes in the same order, both hold the same.</summary>
public sealed class QdrantAgreementTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hybrid-agreement-");
    private QdrantFixture _fixture = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Property(MaxTest = 25)]
    public async Task Any_sequence_of_replacements_and_removals_gives_the_same_index(int seed)
    {
        var random = new Random(seed);
        string path = Path.Combine(_folder.FullName, ThrowAwayCollections.NewName() + ".db");
        await using IKnowledgeIndex sqlite = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = path }, TimeProvider.System);
        using QdrantConnection connection = QdrantConnection.Open(
            new QdrantOptions { Address = _fixture.Server.Address.ToString(), Collection = ThrowAwayCollections.NewName(), Exact = true, BatchPoints = 3 },
            TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, seed: 1);
        await using var qdrant = new QdrantKnowledgeIndex(connection, null, TimeProvider.System);

        for (int step = random.Next(1, 12); step > 0; step--)
        {
            string document = $"{(char)('a' + random.Next(4))}.pdf";
            if (random.Next(4) == 0)
            {
                Assert.Equal(await sqlite.RemoveAsync(document, Cancel), await qdrant.RemoveAsync(document, Cancel));
            }
            else
            {
                IndexedSheet sheet = Sheet(document, random).Embedded();
                Assert.Equal((await sqlite.ReplaceAsync(sheet, Cancel)).Facts, (await qdrant.ReplaceAsync(sheet, Cancel)).Facts);
            }
        }

        await CompareAsync(sqlite, qdrant);
        Assert.Empty(await qdrant.VerifyAsync(Cancel));
    }

    public async ValueTask InitializeAsync() => _fixture = await QdrantFixture.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static SheetBuilder Sheet(string document, Random random)
    {
        // Few titles, so that some documents are revisions of each other.
        SheetBuilder sheet = new SheetBuilder(document, $"Sheet {random.Next(2)}").Revision(((char)('A' + random.Next(4))).ToString())
            .Series("KX").Product($"KX-{random.Next(2)}00", $"KX {random.Next(2)}00/4").Grammar(["KX-"], ["100", "200"], ["-A", "-B"]);
        for (int fact = random.Next(5); fact >= 0; fact--)
        {
            sheet.Fact(random.Next(3) == 0 ? "" : "KX-100", $"Attribute {random.Next(3)}", $"{random.Next(3)}", "bar", doubt: random.Next(5) == 0 ? "torn" : null);
        }

        for (int passage = random.Next(3); passage > 0; passage--)
        {
            sheet.Passage($"Run it at {random.Next(3)} bar, never dry.", "Use");
        }

        return sheet;
    }

    private static async Task CompareAsync(IKnowledgeIndex sqlite, IKnowledgeIndex qdrant)
    {
        await using IKnowledgeSnapshot left = await sqlite.OpenSnapshotAsync(Cancel);
        await using IKnowledgeSnapshot right = await qdrant.OpenSnapshotAsync(Cancel);
        Assert.Equal(left.Version, right.Version);
        Assert.Equal(left.Documents.Select(Told), right.Documents.Select(Told));
        foreach (IndexedDocument document in left.Documents)
        {
            Assert.Equal((await sqlite.FindAsync(document.Document, Cancel))!.Facts, (await qdrant.FindAsync(document.Document, Cancel))!.Facts);
            Assert.Equal(
                (await sqlite.FindLastChangeAsync(document.Document, Cancel))?.Facts.AsEnumerable(),
                (await qdrant.FindLastChangeAsync(document.Document, Cancel))?.Facts.AsEnumerable());
        }

        foreach (EntryFilter filter in new[] { EntryFilter.None, new EntryFilter { Documents = ["a.pdf", "b.pdf"] }, new EntryFilter { Products = ["kx 100"] }, new EntryFilter { Products = ["KX"] } })
        {
            Assert.Equal(await left.GetFactsAsync(filter, 100, Cancel), await right.GetFactsAsync(filter, 100, Cancel));
            Assert.Equal(await IdsAsync(left, filter), await IdsAsync(right, filter));
        }

        Assert.Equal(await left.FindCodesAsync("KX", prefix: true, 100, Cancel), await right.FindCodesAsync("KX", prefix: true, 100, Cancel));
        Assert.Equal(await left.FindSimilarCodesAsync("KX300", 1, 100, Cancel), await right.FindSimilarCodesAsync("KX300", 1, 100, Cancel));
    }

    private static async Task<string[]> IdsAsync(IKnowledgeSnapshot snapshot, EntryFilter filter) =>
    [
        .. (await snapshot.SearchTextAsync(["attribute", "dry"], filter, 100, Cancel)).Select(found => found.Entry.Id).Order(StringComparer.Ordinal),
        .. (await snapshot.SearchVectorsAsync(WordVector.Of("KX-100 Attribute 1"), filter, 100, Cancel)).Select(found => found.Entry.Id).Order(StringComparer.Ordinal),
    ];

    private static (string, string?, int, int, string, long) Told(IndexedDocument document) =>
        (document.Document, document.SupersededBy, document.FactCount, document.PassageCount, document.Origin, document.Digest);
}
