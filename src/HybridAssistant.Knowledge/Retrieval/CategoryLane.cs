using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>
/// Finds the sheets of the kind of product that a question names instead of a model. A sheet says what it is about in its title,
/// in the names of its products, and at the head of its first page ("Vibrating fork level switches").
/// </summary>
internal static class CategoryLane
{
    private const int MaxPassages = 60;

    // Points from the top of the first page: running header, title, lead paragraph.
    private const double HeadOfPage = 200;
    private const double MinCoverage = 0.6;
    private const double Gap = 0.85;
    private const int MaxSheets = 4;

    /// <summary>The sheets, best first; empty where the question names a model, no kind of product, or one that too many sheets are of.</summary>
    public static async Task<ImmutableArray<string>> FindAsync(
        QuestionAnalysis question, ProductCatalog catalog, EntryFilter filter, IKnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        // A series that several sheets are of is narrowed by the kind: "the HIO input modules".
        HashSet<string> named = [.. question.NamedProducts.Select(p => p.Document)];
        if (named.Count == 1 || (named.Count > 1 && question.Mentions.Any(m => m.Fit is MentionFit.Exact or MentionFit.Variant)))
        {
            return [];
        }

        ImmutableArray<Word> category = CategoryFinder.Find(question.Words, question.Mentions);
        if (category.IsEmpty)
        {
            return [];
        }

        IReadOnlyList<ScoredEntry> passages = await snapshot.SearchTextAsync(
            [.. category.Select(w => w.Text).Distinct(StringComparer.Ordinal)],
            filter with { Kinds = EntryKinds.Passages }, MaxPassages, cancellationToken).ConfigureAwait(false);
        FrozenDictionary<string, FrozenSet<string>> heads = passages.Select(p => p.Entry.Passage!)
            .Where(p => p.Page == 1 && p.Box.Y0 < HeadOfPage)
            .GroupBy(p => p.Document, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, StemsOf, StringComparer.Ordinal);

        (string Document, double Coverage)[] found =
        [
            .. catalog.Sheets.Select(s => s.Document)
                .Where(d => (filter.Documents.IsEmpty || filter.Documents.Contains(d)) && (named.Count == 0 || named.Contains(d)))
                .Select(d => (Document: d, Coverage: Coverage(category, catalog.WordsOf(d), heads.GetValueOrDefault(d) ?? [])))
                .Where(d => d.Coverage >= (category.Length > 2 ? MinCoverage : 1))
                .OrderByDescending(d => d.Coverage).ThenBy(d => d.Document, StringComparer.Ordinal),
        ];
        ImmutableArray<string> best = [.. found.Where(d => d.Coverage >= found[0].Coverage * Gap).Select(d => d.Document)];
        return best.Length <= MaxSheets && best.Length != named.Count ? best : [];
    }

    private static double Coverage(ImmutableArray<Word> category, FrozenSet<string> names, FrozenSet<string> head) =>
        (double)category.Count(w => names.Contains(w.Stem) || head.Contains(w.Stem)) / category.Length;

    private static FrozenSet<string> StemsOf(IEnumerable<Passage> passages) =>
        passages.SelectMany(p => WordSplitter.Split(p.Text)).Select(w => w.Stem).ToFrozenSet(StringComparer.Ordinal);
}
