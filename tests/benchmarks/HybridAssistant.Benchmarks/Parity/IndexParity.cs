using System.Globalization;
using HybridAssistant.Core.Questions;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Knowledge.Indexing.Copying;
using HybridAssistant.Knowledge.Indexing.Qdrant;
using HybridAssistant.QdrantDouble;

namespace HybridAssistant.Benchmarks.Parity;

/// <summary>
/// Asks the questions of some cases of an SQLite index and of its copy on Qdrant, with exact search, and counts where the first
/// ten facts and the first ten passages are the same. The server is the one at QDRANT_URL, else the double.
/// </summary>
internal static class IndexParity
{
    /// <summary>First argument; then the data folder, and the files of cases.</summary>
    public const string Command = "parity";

    /// <summary>Copies, asks and writes the shares.</summary>
    /// <param name="data">Data folder with the SQLite index.</param>
    /// <param name="files">Files of cases.</param>
    public static async Task RunAsync(string data, IReadOnlyList<string> files)
    {
        EvaluationCase[] cases = [.. await CaseFile.ReadAsync(files)];
        await using QdrantDoubleServer? started = Environment.GetEnvironmentVariable("QDRANT_URL") is { Length: > 0 }
            ? null
            : await QdrantDoubleServer.StartAsync(new QdrantDoubleOptions { RecordCalls = false });
        string address = started?.Address.ToString() ?? Environment.GetEnvironmentVariable("QDRANT_URL")!;
        await using var file = new IndexUnderTest(("Data", data));
        foreach (QdrantFusion fusion in Enum.GetValues<QdrantFusion>())
        {
            await using var server = new IndexUnderTest(
                ("Data", data), ("Index:Provider", "qdrant"), ("Index:Qdrant:Address", address), ("Index:Qdrant:Collection", "hybrid-parity"),
                ("Index:Qdrant:Exact", "true"), ("Index:Qdrant:Fusion", fusion.ToString()));
            IndexCopyReport copied = await new IndexCopy(file.Index, server.Index).RunAsync();
            Console.WriteLine($"{fusion}: {copied.Copied} documents copied, version {copied.Version}");
            await CompareAsync(cases, file, server);
        }
    }

    private static async Task CompareAsync(EvaluationCase[] cases, IndexUnderTest file, IndexUnderTest server)
    {
        int ranked = 0;
        int answered = 0;
        foreach (EvaluationCase one in cases)
        {
            var question = new Question { Message = one.Question, History = one.History };
            (RankedCut facts, RankedCut passages) = await file.RetrieveAsync(question);
            (RankedCut serverFacts, RankedCut serverPassages) = await server.RetrieveAsync(question);
            bool isRankedAlike = RankedCut.AreAlike(facts, serverFacts) && RankedCut.AreAlike(passages, serverPassages);
            bool isAnsweredAlike = await file.AnswerAsync(question) == await server.AnswerAsync(question);
            ranked += isRankedAlike ? 1 : 0;
            answered += isAnsweredAlike ? 1 : 0;
            if (!isRankedAlike || !isAnsweredAlike)
            {
                Console.WriteLine($"  {one.Id}: {(isRankedAlike ? "ranked alike" : "ranked otherwise")}, {(isAnsweredAlike ? "answered alike" : "answered otherwise")}");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  first ten facts and passages the same in {ranked} of {cases.Length} cases ({(double)ranked / cases.Length:P1}), answers in {answered} ({(double)answered / cases.Length:P1})"));
    }
}
