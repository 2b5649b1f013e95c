using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Copying;
using HybridAssistant.Knowledge.Indexing.Sqlite;

namespace HybridAssistant.Knowledge.Tests.Indexing;

/// <summary>What every index must give to and take from another one.</summary>
public abstract partial class KnowledgeIndexConformanceTests
{
    private static readonly DateTimeOffset Earlier = new(2026, 3, 1, 12, 30, 0, 125, TimeSpan.Zero);

    [Fact]
    public async Task An_exported_document_has_its_vectors_and_where_it_came_from()
    {
        await using IKnowledgeIndex index = Open(Model);
        IndexedSheet written = Pumps.Embedded() with { Origin = "/in/pumps.pdf", IndexedAt = Earlier };
        await index.ReplaceAsync(written, Cancel);

        IndexedSheet exported = (await index.ExportAsync("pumps.pdf", Cancel))!;

        Assert.Null(await index.ExportAsync("valves.pdf", Cancel));
        Assert.Equal(written.Sheet.Facts, exported.Sheet.Facts);
        Assert.Equal(written.Sheet.Passages, exported.Sheet.Passages);
        Assert.Equal(written.Sheet.Codes, exported.Sheet.Codes);
        Assert.Equal(("/in/pumps.pdf", Model, Earlier, null), (exported.Origin, exported.EmbedderFingerprint, exported.IndexedAt, exported.LastChange));
        Assert.Equal(written.FactVectors.Length, exported.FactVectors.Length);
        Assert.All(written.FactVectors.Zip(exported.FactVectors, written.Sheet.Facts), pair => AssertNear(pair.Third.Doubt is null ? pair.First : default, pair.Second));
        Assert.All(written.PassageVectors.Zip(exported.PassageVectors), pair => AssertNear(pair.First, pair.Second));
    }

    [Fact]
    public async Task A_document_that_comes_from_another_index_keeps_its_time_and_its_last_change()
    {
        await using IKnowledgeIndex index = Open(Model);
        Fact after = Pumps.Sheet().Facts[0];
        var change = new SheetChange("pumps.pdf", IsNew: false, [new FactChange(after with { Value = "12" }, after)]) { ChangedAt = Earlier };

        await index.ReplaceAsync(Pumps.Embedded() with { IndexedAt = Earlier, LastChange = change }, Cancel);

        SheetChange kept = (await index.FindLastChangeAsync("pumps.pdf", Cancel))!;
        Assert.Equal((Earlier, "12", "16"), (kept.ChangedAt, kept.Facts[0].Before!.Value, kept.Facts[0].After!.Value));
        Assert.Equal(Earlier, (await index.ListAsync(Cancel))[0].IndexedAt);
        Assert.Equal(change.Facts, (await index.ExportAsync("pumps.pdf", Cancel))!.LastChange!.Facts);
    }

    [Fact]
    public async Task A_copy_from_an_sqlite_index_and_back_has_the_version_of_the_original()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hybrid-copy-");
        try
        {
            await using IKnowledgeIndex original = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = Path.Combine(folder.FullName, "a.db") }, TimeProvider.System);
            await using IKnowledgeIndex index = Open(Model);
            await using IKnowledgeIndex back = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = Path.Combine(folder.FullName, "b.db") }, TimeProvider.System);
            await original.ReplaceAsync(Pumps.Grammar(["KX-"], ["200", "250"], ["-A", "-B"]).Embedded(), Cancel);
            await original.ReplaceAsync(Valves.Revision("B", new DateOnly(2026, 3, 1)).Embedded(), Cancel);
            await original.ReplaceAsync(Valves.Revision("C").Fact("BV-22", "Weight", "2", "kg").Embedded(), Cancel);

            IndexCopyReport there = await new IndexCopy(original, index).RunAsync(cancellationToken: Cancel);
            await new IndexCopy(index, back).RunAsync(cancellationToken: Cancel);

            string version = (await original.GetInfoAsync(Cancel)).ContentVersion;
            Assert.Equal((2, 0, 0, version), (there.Copied, there.AlreadyThere, there.Removed, there.Version));
            Assert.Equal(version, (await back.GetInfoAsync(Cancel)).ContentVersion);
            Assert.Equal(Model, (await back.GetInfoAsync(Cancel)).EmbedderFingerprint);
            Assert.Equal((await original.ListAsync(Cancel)).Select(document => document.IndexedAt), (await back.ListAsync(Cancel)).Select(document => document.IndexedAt));
            Assert.Equal((await original.FindLastChangeAsync("valves.pdf", Cancel))!.Facts, (await back.FindLastChangeAsync("valves.pdf", Cancel))!.Facts);
            Assert.Empty(await index.VerifyAsync(Cancel));
            Assert.Empty(await back.VerifyAsync(Cancel));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A server may normalise a vector once more, by the last digits of its length.
    private static void AssertNear(ReadOnlyMemory<float> expected, ReadOnlyMemory<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.ToArray().Zip(actual.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
