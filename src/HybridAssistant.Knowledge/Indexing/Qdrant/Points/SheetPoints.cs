using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Contents;
using HybridAssistant.Knowledge.Indexing.Revisions;
using HybridAssistant.Knowledge.Indexing.Text;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>The points of one sheet in one generation. The document's own comes last: it counts what the others hold.</summary>
internal sealed class SheetPoints(IndexedSheet indexed, long generation, LineLengths lengths)
{
    private readonly SpecSheet _sheet = indexed.Sheet;
    private readonly LineFields _fields = new(indexed.Sheet.Title);
    private readonly PointMaker _maker = new(indexed.Sheet.Document, generation);
    private readonly SparseEncoder _facts = new(LineFields.FactWeights, lengths.Facts);
    private readonly SparseEncoder _passages = new(LineFields.PassageWeights, lengths.Passages);
    private int _searchable;
    private long _factTerms;
    private long _passageTerms;

    /// <summary>All of them, made one by one.</summary>
    /// <param name="supersededBy">The current revision of the document; null: it is current.</param>
    /// <param name="indexedAt">When it is indexed.</param>
    public IEnumerable<PointStruct> Make(string? supersededBy, DateTimeOffset indexedAt)
    {
        (_searchable, _factTerms, _passageTerms) = (0, 0, 0);
        for (int i = 0; i < _sheet.Facts.Length; i++)
        {
            yield return Fact(i);
        }

        for (int i = 0; i < _sheet.Passages.Length; i++)
        {
            yield return Passage(i);
        }

        IReadOnlyList<IndexedCode> codes = SheetCodes.Of(_sheet);
        for (int i = 0; i < codes.Count; i++)
        {
            PointStruct point = _maker.Make(PointKind.Code, i);
            CodePoint.Write(point.Payload, codes[i], i);
            yield return point;
        }

        yield return Document(supersededBy, indexedAt);
    }

    private PointStruct Fact(int i)
    {
        Fact fact = _sheet.Facts[i];
        PointStruct point = _maker.Make(fact.Doubt is null ? PointKind.Fact : PointKind.Doubtful, i);
        point.Payload.Set("position", i);
        FactPoint.Write(point.Payload, fact, _sheet);
        if (fact.Doubt is null)
        {
            AddText(point, VectorName.FactText, _facts.Encode(_fields.Of(fact), out int length));
            _searchable++;
            _factTerms += length;
            AddDense(point, indexed.FactVectors.IsEmpty ? default : indexed.FactVectors[i]);
        }

        return point;
    }

    private PointStruct Passage(int i)
    {
        PointStruct point = _maker.Make(PointKind.Passage, i);
        point.Payload.Set("position", i);
        PassagePoint.Write(point.Payload, _sheet.Passages[i], _sheet);
        AddText(point, VectorName.PassageText, _passages.Encode(_fields.Of(_sheet.Passages[i]), out int length));
        _passageTerms += length;
        AddDense(point, indexed.PassageVectors.IsEmpty ? default : indexed.PassageVectors[i]);
        return point;
    }

    private PointStruct Document(string? supersededBy, DateTimeOffset indexedAt)
    {
        PointStruct point = _maker.Make(PointKind.Document, 0);
        var document = new IndexedDocument
        {
            Document = _sheet.Document,
            ContentHash = _sheet.ContentHash,
            Title = _sheet.Title,
            Revision = _sheet.Revision,
            RevisionDate = _sheet.RevisionDate,
            PageCount = _sheet.PageCount,
            Products = _sheet.Products,
            FactCount = _sheet.Facts.Length,
            PassageCount = _sheet.Passages.Length,
            Origin = indexed.Origin,
            IndexedAt = indexedAt,
            Digest = SheetDigest.Of(_sheet),
            SupersededBy = supersededBy,
        };
        DocumentPoint.Write(
            point.Payload, new HeldDocument(document, RevisionOrder.TitleKey(_sheet.Title), generation, _sheet.Codes.Length, _searchable, _factTerms, _passageTerms), _sheet);
        return point;
    }

    private static void AddText(PointStruct point, string name, SparseVector words)
    {
        // A line without any word is in no list of a word: it needs no vector.
        if (words.Indices.Count > 0)
        {
            point.Vectors.Vectors_.Vectors[name] = new Vector { Sparse = words };
        }
    }

    private static void AddDense(PointStruct point, ReadOnlyMemory<float> vector)
    {
        if (!vector.IsEmpty)
        {
            var dense = new DenseVector();
            dense.Data.AddRange(vector.ToArray());
            point.Vectors.Vectors_.Vectors[VectorName.Dense] = new Vector { Dense = dense };
        }
    }
}
