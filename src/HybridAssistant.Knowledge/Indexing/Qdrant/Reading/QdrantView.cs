using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Reading;

/// <summary>What every question needs of one generation, kept in memory until the next.</summary>
internal sealed class QdrantView
{
    private readonly Dictionary<string, HeldDocument> _byName;

    /// <summary>A view of some documents.</summary>
    public QdrantView(IndexState state, IEnumerable<HeldDocument> documents)
    {
        State = state;
        Held = [.. documents.OrderBy(held => held.Document.Document, StringComparer.Ordinal)];
        _byName = Held.ToDictionary(held => held.Document.Document, StringComparer.Ordinal);
        Documents = [.. Held.Select(held => held.Document)];
        Version = SheetDigest.Version(Documents.Select(document => document.Digest));
    }

    /// <summary>Version of an index without documents.</summary>
    public static string EmptyVersion { get; } = SheetDigest.Version([]);

    /// <summary>The state of the collection.</summary>
    public IndexState State { get; }

    /// <summary>The documents, by name.</summary>
    public ImmutableArray<HeldDocument> Held { get; }

    /// <summary>The documents, by name.</summary>
    public ImmutableArray<IndexedDocument> Documents { get; }

    /// <summary>Version of the content.</summary>
    public string Version { get; }

    /// <summary>Whether it holds what the state says.</summary>
    public bool IsWhole => Documents.Length == State.Documents && (Version == State.Version || State.Generation == 0);

    /// <summary>The document of a name; null where there is none.</summary>
    public HeldDocument? Find(string document) => _byName.GetValueOrDefault(document);

    /// <summary>The mean lengths of the lines that it holds; the default where it holds none.</summary>
    public LineLengths MeasureLengths()
    {
        long facts = Held.Sum(held => (long)held.SearchableFacts);
        long passages = Held.Sum(held => (long)held.Document.PassageCount);
        return new LineLengths(
            facts > 0 ? (double)Held.Sum(held => held.FactTerms) / facts : LineLengths.Default.Facts,
            passages > 0 ? (double)Held.Sum(held => held.PassageTerms) / passages : LineLengths.Default.Passages);
    }
}
