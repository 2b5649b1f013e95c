using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using HybridAssistant.Documents;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing.Sqlite;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// Reading, understanding and indexing a folder of sheets without embedding, a pass into a new index each time, against
/// <c>pdftotext -layout</c> on the same files. The ratio is to be 3 at most; the passes add up to more than 500 pages.
/// </summary>
[Config(typeof(WholePasses))]
public class IngestBenchmark
{
    private string[] _files = [];
    private DirectoryInfo _data = null!;

    [GlobalSetup]
    public void FindFiles() => _files = SampleSheets.Files();

    [IterationSetup]
    public void MakeDataFolder() => _data = Directory.CreateTempSubdirectory("ingest-benchmark-");

    [IterationCleanup]
    public void RemoveDataFolder() => _data.Delete(recursive: true);

    [Benchmark(Baseline = true, Description = "pdftotext -layout")]
    public void Pdftotext()
    {
        foreach (string file in _files)
        {
            using Process process = Process.Start("pdftotext", ["-q", "-layout", file, "/dev/null"]);
            process.WaitForExit();
        }
    }

    [Benchmark(Description = "ingest, one reader")]
    public Task IngestWithOneReader() => IngestAsync(readers: 1);

    [Benchmark(Description = "ingest, a reader a processor")]
    public Task IngestWithAllReaders() => IngestAsync(readers: 0);

    private async Task IngestAsync(int readers)
    {
        string indexPath = Path.Combine(_data.FullName, "index.db");
        await using var index = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = indexPath }, TimeProvider.System);
        var pipeline = new IngestionPipeline(
            index,
            new SpecSheetReader(),
            embedder: null,
            new IngestionOptions
            {
                DocumentsPath = Path.Combine(_data.FullName, "documents"),
                LockPath = indexPath + ".lock",
                Readers = readers,
            },
            TimeProvider.System);

        IngestionReport report = await pipeline.IngestAsync(SampleSheets.Folders);

        int pages = report.Results.Sum(result => result.PageCount);
        Console.WriteLine(FormattableString.Invariant(
            $"// {pages} pages in {report.Elapsed.TotalSeconds:F2} s: {pages / report.Elapsed.TotalSeconds:F0} pages/s, {report.Count(IngestionOutcome.SetAside)} sheets set aside"));
    }
}
