using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Sqlite;

namespace HybridAssistant.Benchmarks;

/// <summary>A lexical query over 100,000 passages of natural word frequencies; each run asks the next of 64 questions.</summary>
public class TextSearchBenchmark
{
    private const int Documents = 100;
    private const int PassagesPerDocument = 1000;
    private const int Questions = 64;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("text-search-");
    private SqliteKnowledgeIndex _index = null!;
    private string[][] _contentWords = null!;
    private string[][] _withStopWords = null!;
    private int _next;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _index = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = Path.Combine(_folder.FullName, "index.db") }, TimeProvider.System);
        var text = new ZipfText(seed: 1);
        for (int document = 0; document < Documents; document++)
        {
            await _index.ReplaceAsync(new IndexedSheet { Sheet = Sheet(document, text), Origin = "benchmark" });
        }

        _contentWords = [.. Enumerable.Range(0, Questions).Select(_ => text.Question(6, withStopWords: false))];
        _withStopWords = [.. Enumerable.Range(0, Questions).Select(_ => text.Question(8, withStopWords: true))];
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _index.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Benchmark(Baseline = true, Description = "6 content words")]
    public Task<IReadOnlyList<ScoredEntry>> SearchAsync() => AskAsync(_contentWords);

    [Benchmark(Description = "8 words, half of them stop words")]
    public Task<IReadOnlyList<ScoredEntry>> SearchWithStopWordsAsync() => AskAsync(_withStopWords);

    private async Task<IReadOnlyList<ScoredEntry>> AskAsync(string[][] questions)
    {
        await using IKnowledgeSnapshot snapshot = await _index.OpenSnapshotAsync();
        return await snapshot.SearchTextAsync(questions[_next++ % Questions], EntryFilter.None, 50);
    }

    private static SpecSheet Sheet(int number, ZipfText text)
    {
        string document = string.Create(CultureInfo.InvariantCulture, $"sheet{number}.pdf");
        ImmutableArray<Passage> passages =
        [
            .. Enumerable.Range(0, PassagesPerDocument).Select(i => new Passage
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{number}/{i}"),
                Document = document,
                Page = 1,
                Text = text.Passage(),
                Box = default,
                Ordinal = i,
            }),
        ];
        return new SpecSheet { Document = document, ContentHash = document, Title = document, PageCount = 1, Passages = passages };
    }
}
