using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Benchmarks;

/// <summary>100,000 facts and passages with vectors of 384 numbers in 200 sheets: the same points for every index.</summary>
internal static class PointSheets
{
    public const int Dimensions = 384;
    public const string Model = "benchmark-model";

    private const int Sheets = 200;
    private const int FactsPerSheet = 400;
    private const int PassagesPerSheet = 100;

    /// <summary>The sheets, drawn as they are asked for.</summary>
    public static IEnumerable<IndexedSheet> Draw()
    {
        var text = new ZipfText(seed: 1);
        var vectors = new ClusteredVectors(seed: 1, Dimensions, clusters: 500);
        for (int number = 0; number < Sheets; number++)
        {
            string document = FormattableString.Invariant($"sheet{number:000}.pdf");
            yield return new IndexedSheet
            {
                Origin = "benchmark",
                EmbedderFingerprint = Model,
                FactVectors = [.. Cut(vectors.Draw(FactsPerSheet))],
                PassageVectors = [.. Cut(vectors.Draw(PassagesPerSheet))],
                Sheet = new SpecSheet
                {
                    Document = document,
                    ContentHash = document,
                    Title = FormattableString.Invariant($"Series {number} {text.Question(2, withStopWords: false)[0]}"),
                    PageCount = 4,
                    Facts = [.. Enumerable.Range(0, FactsPerSheet).Select(i => Fact(document, i, text))],
                    Passages = [.. Enumerable.Range(0, PassagesPerSheet).Select(i => Passage(document, i, text))],
                },
            };
        }
    }

    private static Fact Fact(string document, int ordinal, ZipfText text) => new()
    {
        Id = FormattableString.Invariant($"{document}#f{ordinal}"),
        Document = document,
        Page = 1 + (ordinal / 100),
        Product = FormattableString.Invariant($"KX-{ordinal % 12}00"),
        Section = string.Join(' ', text.Question(2, withStopWords: false)),
        Attribute = string.Join(' ', text.Question(3, withStopWords: false)),
        Value = FormattableString.Invariant($"{ordinal % 97}"),
        Unit = "bar",
        Box = new BoundingBox(10, 20, 60, 30),
        Confidence = 0.9,
        Ordinal = ordinal,
    };

    private static Passage Passage(string document, int ordinal, ZipfText text) => new()
    {
        Id = FormattableString.Invariant($"{document}#p{ordinal}"),
        Document = document,
        Page = 1,
        Text = text.Passage(),
        Box = new BoundingBox(0, 0, 100, 50),
        Ordinal = ordinal,
    };

    private static IEnumerable<ReadOnlyMemory<float>> Cut(float[] vectors) =>
        Enumerable.Range(0, vectors.Length / Dimensions).Select(i => new ReadOnlyMemory<float>(vectors, i * Dimensions, Dimensions));
}
