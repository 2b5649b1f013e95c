using BenchmarkDotNet.Attributes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Sqlite;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// BM25 over 100,000 passages of 40 words, drawn from 20,000 words of which few are common, as in language. Eight words a
/// query, OR-ed, none of the 30 commonest: those are the stop words that a question leaves out.
/// </summary>
[Config(typeof(ShortRuns))]
public class LexicalQueryBenchmark
{
    private const int Documents = 200;
    private const int PassagesInDocument = 500;
    private const int WordsInPassage = 40;
    private const int WordsInQuery = 8;
    private const int Vocabulary = 20_000;
    private const int StopWords = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexical-benchmark-");
    private readonly Random _random = new(1);
    private SqliteKnowledgeIndex _index = null!;
    private IKnowledgeSnapshot _snapshot = null!;
    private string[][] _queries = [];
    private int _next;

    [GlobalSetup]
    public async Task FillAsync()
    {
        _index = SqliteKnowledgeIndex.Open(
            new SqliteIndexOptions { Path = Path.Combine(_folder.FullName, "index.db") }, TimeProvider.System);
        for (int document = 0; document < Documents; document++)
        {
            await _index.ReplaceAsync(DrawSheet($"sheet-{document}.pdf"));
        }

        _snapshot = await _index.OpenSnapshotAsync();
        _queries = [.. Enumerable.Range(0, 64).Select(_ => DrawWords(WordsInQuery, StopWords))];
    }

    [GlobalCleanup]
    public async Task RemoveAsync()
    {
        await _snapshot.DisposeAsync();
        await _index.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Benchmark(Description = "8 words, best 50 of 100,000 passages")]
    public Task<IReadOnlyList<ScoredEntry>> Search() =>
        _snapshot.SearchTextAsync(_queries[_next++ % _queries.Length], EntryFilter.None, limit: 50);

    private IndexedSheet DrawSheet(string document) => new()
    {
        Origin = document,
        Sheet = new SpecSheet
        {
            Document = document,
            ContentHash = document,
            Title = document,
            PageCount = 1,
            Passages =
            [
                .. Enumerable.Range(0, PassagesInDocument).Select(ordinal => new Passage
                {
                    Id = FormattableString.Invariant($"{document}#p{ordinal}"),
                    Document = document,
                    Page = 1,
                    Text = string.Join(' ', DrawWords(WordsInPassage, commonestLeftOut: 0)),
                    Box = new BoundingBox(0, 0, 100, 50),
                    Ordinal = ordinal,
                }),
            ],
        },
    };

    // Zipf's law: the word of rank r is drawn with a probability of about 1 / (r ln V).
    private string[] DrawWords(int count, int commonestLeftOut)
    {
        string[] words = new string[count];
        for (int i = 0; i < count;)
        {
            int rank = (int)Math.Pow(Vocabulary, _random.NextDouble());
            if (rank > commonestLeftOut)
            {
                words[i++] = WordOf(rank);
            }
        }

        return words;
    }

    private static string WordOf(int rank) => string.Create(8, rank, static (letters, number) =>
    {
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)('a' + (number % 20));
            number = i < 4 ? number / 20 : letters[i - 4] + i;
        }
    });
}
