using System.Collections.Immutable;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Hybrid;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>
/// Step 2: brings what may state the answer. A code that sheets print pins and filters them before anything is fused, since
/// plain rank fusion is known to demote exact hits; then BM25 and vectors over facts and passages, fused; then all
/// facts of the sheets that fit best, so that products are told apart by all that is known of them.
/// </summary>
public sealed class HybridRetriever(RetrievalOptions options)
{
    // Sheet names tell more than single lines: one named sheet outweighs a handful of lines.
    private const double NameWeight = 0.02;
    private const int LinesThatCount = 4;
    private const double LineShare = 1.0 / LinesThatCount;

    // Lines further from the question than these are far enough to count alike.
    private const int CosinesOfSheets = 200;

    private readonly SheetFactCache _sheets = new();

    /// <summary>Retrieves for a question.</summary>
    /// <param name="question">The analysed question.</param>
    /// <param name="catalog">The products of the snapshot.</param>
    /// <param name="snapshot">The view of the index.</param>
    /// <param name="vector">The question's vector; empty without an embedder.</param>
    /// <param name="cancellationToken">Ends the work between searches.</param>
    public async Task<RetrievalResult> RetrieveAsync(
        QuestionAnalysis question, ProductCatalog catalog, IKnowledgeSnapshot snapshot, ReadOnlyMemory<float> vector,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(snapshot);

        // [1] The code lane: documents that print a code of the question.
        (question, ImmutableArray<string> pinned) = await CodeLane.ResolveAsync(question, snapshot, cancellationToken).ConfigureAwait(false);
        EntryFilter filter = await FilterAsync(question.Question, pinned, snapshot, cancellationToken).ConfigureAwait(false);

        // [2] BM25 and vectors over facts and passages, each ranked apart, fused.
        FusedSearch search = await snapshot.SearchHybridAsync(
            new HybridQuery(Terms(question), vector, filter, options.LaneDepth), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ScoredEntry> fused = search.Entries;
        var cosines = new Dictionary<string, double>(search.Cosines, StringComparer.Ordinal);

        // [3] The sheets that fit best, with all their facts.
        ImmutableArray<string> category = await CategoryLane.FindAsync(question, catalog, filter, snapshot, cancellationToken).ConfigureAwait(false);
        question = question with { OfKind = category };
        ImmutableArray<string> documents = BestSheets(question, catalog, filter, fused);
        documents = [.. documents, .. category.Except(documents, StringComparer.Ordinal)];
        ImmutableArray<IndexEntry> facts = await FactsOfAsync(documents, filter, snapshot, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ScoredEntry> ofSheets = [];
        if (!vector.IsEmpty && documents.Length > 0)
        {
            EntryFilter inside = filter with { Documents = documents, Kinds = EntryKinds.All };
            ofSheets = await snapshot.SearchVectorsAsync(vector, inside, CosinesOfSheets, cancellationToken).ConfigureAwait(false);
            foreach (ScoredEntry scored in ofSheets)
            {
                cosines[scored.Entry.Id] = scored.Score;
            }
        }

        double farthest = cosines.Count > 0 ? cosines.Values.Min() : 0;
        double? CosineOf(IndexEntry entry) => vector.IsEmpty ? null : cosines.TryGetValue(entry.Id, out double cosine) ? cosine : farthest;
        ImmutableArray<FactCandidate> candidates =
        [
            .. facts.Concat(fused.Where(f => f.Entry.Fact is not null).Select(f => f.Entry))
                .DistinctBy(e => e.Id, StringComparer.Ordinal).Select(e => new FactCandidate(e, CosineOf(e))),
        ];
        ImmutableArray<PassageCandidate> passages =
        [
            .. fused.Concat(ofSheets).Where(f => f.Entry.Passage is not null).DistinctBy(f => f.Entry.Id, StringComparer.Ordinal)
                .Select(f => new PassageCandidate(f.Entry, CosineOf(f.Entry))),
        ];
        return new RetrievalResult(question, Rerank(fused, question, catalog), candidates, passages, documents) { Category = category };
    }

    // A product's own facts are not all that is about it: its seal kits are products too. So the sheets are restricted, and the
    // question, which names the product by now, does the rest. What nobody knows has no sheet, nor any fact.
    private static async Task<EntryFilter> FilterAsync(
        Question question, ImmutableArray<string> pinned, IKnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (question.DocumentFilter is { Length: > 0 } document)
        {
            return new EntryFilter { Documents = [document] };
        }

        if (question.ProductFilter is not { Length: > 0 } product)
        {
            return new EntryFilter { Documents = pinned };
        }

        ImmutableArray<string> about = await CodeLane.AboutAsync(product, snapshot, cancellationToken).ConfigureAwait(false);
        return about.IsEmpty ? new EntryFilter { Products = [product] } : new EntryFilter { Documents = about };
    }

    private static ImmutableArray<string> Terms(QuestionAnalysis question) =>
    [
        .. question.Words.Where(w => !StopWords.Contains(w)).Select(w => w.Text)
            .Concat(question.Mentions.Select(m => m.Text))
            .Distinct(StringComparer.Ordinal),
    ];

    private ImmutableArray<string> BestSheets(
        QuestionAnalysis question, ProductCatalog catalog, EntryFilter filter, IReadOnlyList<ScoredEntry> fused)
    {
        var scorer = new SheetScorer(question, catalog);
        Dictionary<string, double> lines = fused.GroupBy(f => f.Entry.Document, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Take(LinesThatCount).Sum(f => f.Score), StringComparer.Ordinal);
        IEnumerable<string> documents = filter.Documents.IsEmpty ? catalog.Sheets.Select(s => s.Document) : filter.Documents;
        return
        [
            .. documents.Select(d => (Document: d, Score: lines.GetValueOrDefault(d) + (NameWeight * scorer.Score(d))))
                .Where(d => d.Score > 0)
                .OrderByDescending(d => d.Score).ThenBy(d => d.Document, StringComparer.Ordinal)
                .Take(options.WholeSheets).Select(d => d.Document),
        ];
    }

    private async Task<ImmutableArray<IndexEntry>> FactsOfAsync(
        ImmutableArray<string> documents, EntryFilter filter, IKnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (documents.IsEmpty)
        {
            return [];
        }

        if (!filter.Products.IsEmpty)
        {
            EntryFilter inside = filter with { Documents = documents, Kinds = EntryKinds.Facts };
            return [.. await snapshot.GetFactsAsync(inside, options.MaxFacts, cancellationToken).ConfigureAwait(false)];
        }

        var facts = ImmutableArray.CreateBuilder<IndexEntry>();
        foreach (string document in documents)
        {
            facts.AddRange(await _sheets.GetAsync(document, options.MaxFacts, snapshot, cancellationToken).ConfigureAwait(false));
        }

        return facts.Count > options.MaxFacts ? [.. facts.Take(options.MaxFacts)] : facts.ToImmutable();
    }

    // The named sheet comes first, whatever single lines of others say.
    private static ImmutableArray<ScoredEntry> Rerank(
        IReadOnlyList<ScoredEntry> fused, QuestionAnalysis question, ProductCatalog catalog)
    {
        var scorer = new SheetScorer(question, catalog);
        Dictionary<string, double> names = fused.Select(f => f.Entry.Document).Distinct(StringComparer.Ordinal)
            .ToDictionary(d => d, d => NameWeight * scorer.Score(d) * LineShare, StringComparer.Ordinal);
        return
        [
            .. fused.Select(f => new ScoredEntry(f.Entry, f.Score + names[f.Entry.Document]))
                .OrderByDescending(f => f.Score).ThenBy(f => f.Entry.Document, StringComparer.Ordinal).ThenBy(f => f.Entry.Id, StringComparer.Ordinal),
        ];
    }
}
