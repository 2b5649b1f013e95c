using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Kinds;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Retrieval;

/// <summary>
/// Finds the sheets of the kind of product that a question names instead of a model. A sheet says what it is about in its title,
/// in the names of its products, and at the head of its first page ("Vibrating fork level switches"); the lexicon of kinds tells
/// that a fork is a level switch.
/// </summary>
internal static class CategoryLane
{
    private const int MaxPassages = 200;

    // Points from the top of the first page: running header, title, lead paragraph.
    private const double HeadOfPage = 200;
    private const double MinCoverage = 0.6;
    private const double Gap = 0.85;
    private const int MaxSheets = 8;

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
        if (category.IsEmpty && question.Kinds.IsEmpty)
        {
            return [];
        }

        ImmutableArray<string> terms =
        [
            .. category.Select(w => w.Text).Concat(question.Kinds.SelectMany(k => ProductKindLexicon.Default.WordsAround(k.Kind))).Distinct(StringComparer.Ordinal),
        ];
        IReadOnlyList<ScoredEntry> passages = await snapshot.SearchTextAsync(
            terms, filter with { Kinds = EntryKinds.Passages }, MaxPassages, cancellationToken).ConfigureAwait(false);
        FrozenDictionary<string, ImmutableArray<Passage>> heads = passages.Select(p => p.Entry.Passage!)
            .Where(p => p.Page == 1 && p.Box.Y0 < HeadOfPage)
            .GroupBy(p => p.Document, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(p => p.Box.Y0).ToImmutableArray(), StringComparer.Ordinal);
        ImmutableArray<CatalogSheet> sheets =
        [
            .. catalog.Sheets.Where(s => (filter.Documents.IsEmpty || filter.Documents.Contains(s.Document)) && (named.Count == 0 || named.Contains(s.Document))),
        ];
        ImmutableArray<CatalogSheet> ofKind = OfKind(question.Kinds, sheets, catalog, heads);

        if (!ofKind.IsEmpty)
        {
            HashSet<int> kindStarts = [.. question.Kinds.SelectMany(k => question.Words.Slice(k.From, k.Count)).Select(w => w.Start)];
            category = [.. category.Where(w => !kindStarts.Contains(w.Start))];
        }

        // What stands before the kind ("hygienic", "24 V") tells its sheets apart where some of them say it.
        (string Document, double Coverage)[] found =
        [
            .. (ofKind.IsEmpty ? sheets : ofKind).Select(s => (s.Document, Coverage: Coverage(category, catalog.WordsOf(s.Document), heads.GetValueOrDefault(s.Document))))
                .Where(d => ofKind.Length > 0 || d.Coverage >= (category.Length > 2 ? MinCoverage : 1))
                .OrderByDescending(d => d.Coverage).ThenBy(d => d.Document, StringComparer.Ordinal),
        ];
        ImmutableArray<string> best = [.. found.Where(d => d.Coverage >= found[0].Coverage * Gap).Select(d => d.Document)];
        return best.Length <= MaxSheets && best.Length != named.Count ? best : [];
    }

    // Those of the kind or one of its own; else those that say no more than the broader kind: "drives" for the frequency drive.
    private static ImmutableArray<CatalogSheet> OfKind(
        ImmutableArray<KindMention> asked, ImmutableArray<CatalogSheet> sheets, ProductCatalog catalog,
        FrozenDictionary<string, ImmutableArray<Passage>> heads)
    {
        if (asked.IsEmpty)
        {
            return [];
        }

        (CatalogSheet Sheet, FrozenSet<int> Kinds)[] told =
            [.. sheets.Select(s => (s, SheetKinds.Of(catalog.KindsOf(s.Document), heads.GetValueOrDefault(s.Document))))];
        foreach (KindMention mention in asked.OrderByDescending(m => m.Count).ThenBy(m => m.From))
        {
            ImmutableArray<CatalogSheet> own = [.. told.Where(t => t.Kinds.Any(k => ProductKindLexicon.Default.IsA(k, mention.Kind))).Select(t => t.Sheet)];
            own = own.IsEmpty ? [.. told.Where(t => t.Kinds.Any(k => ProductKindLexicon.Default.IsA(mention.Kind, k))).Select(t => t.Sheet)] : own;
            if (own.Length > 0)
            {
                return own;
            }
        }

        return [];
    }

    private static double Coverage(ImmutableArray<Word> category, FrozenSet<string> names, ImmutableArray<Passage> head)
    {
        if (category.IsEmpty)
        {
            return 1;
        }

        HashSet<string> said = head.IsDefault ? [] : [.. head.SelectMany(p => WordSplitter.Split(p.Text)).Select(w => w.Stem)];
        return (double)category.Count(w => names.Contains(w.Stem) || said.Contains(w.Stem)) / category.Length;
    }
}
