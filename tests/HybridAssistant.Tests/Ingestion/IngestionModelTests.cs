using System.Globalization;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Tests.Ingestion;

/// <summary>Whatever happens to the files, the index holds what the rules say, and index and store stay whole.</summary>
public sealed class IngestionModelTests
{
    private static readonly string[] Paths = ["one/a.pdf", "one/b.pdf", "two/a.pdf", "two/c.pdf"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Random_changes_of_files_end_in_the_state_that_the_rules_give(int seed)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using var fixture = new IngestionFixture();
        var random = new Random(seed);
        var files = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var expected = new SortedDictionary<string, (string Path, int Version)>(StringComparer.Ordinal);
        for (int version = 1; version <= 30; version++)
        {
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                Change(fixture, files, Paths[random.Next(Paths.Length)], random.Next(4), version);
            }

            if (files.Count == 0)
            {
                await Assert.ThrowsAsync<IngestionPathException>(() => fixture.IngestAsync());
            }
            else
            {
                await fixture.IngestAsync();
                Apply(expected, files);
            }

            var held = new List<string>();
            foreach (IndexedDocument document in await fixture.Index.ListAsync(cancel))
            {
                string value = (await fixture.Index.FindAsync(document.Document, cancel))!.Facts[0].Value;
                held.Add($"{Path.GetRelativePath(fixture.Sheets, document.Origin)} {value}");
            }

            Assert.Equal(expected.Values.Select(document => $"{document.Path} {document.Version}"), held);
            Assert.Empty(await new DocumentStore(fixture.Options.DocumentsPath).VerifyAsync(fixture.Index, cancel));
        }

        Assert.Empty(await fixture.Index.VerifyAsync(cancel));
    }

    private static void Change(IngestionFixture fixture, SortedDictionary<string, int> files, string path, int kind, int version)
    {
        switch (kind)
        {
            case 0:
                files.Remove(path);
                File.Delete(fixture.Write(path, ""));
                break;
            case 1:
                // 0 stands for a file that no reader takes.
                files[path] = 0;
                fixture.Write(path, "BAD", version.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                files[path] = version;
                fixture.Write(path, "Title", $"{path}|Weight|{version}|kg");
                break;
        }
    }

    private static void Apply(SortedDictionary<string, (string Path, int Version)> expected, SortedDictionary<string, int> files)
    {
        foreach (IGrouping<string, string> sameName in files.Keys.GroupBy(Path.GetFileName, StringComparer.Ordinal)!)
        {
            bool isHeld = expected.TryGetValue(sameName.Key, out (string Path, int Version) held) && files.ContainsKey(held.Path);
            string owner = isHeld ? held.Path : sameName.First();
            if (files[owner] > 0)
            {
                expected[sameName.Key] = (owner, files[owner]);
            }
        }

        foreach (string gone in expected.Keys.Where(name => !files.Keys.Any(path => Path.GetFileName(path) == name)).ToArray())
        {
            expected.Remove(gone);
        }
    }
}
