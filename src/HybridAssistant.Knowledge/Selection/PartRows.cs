using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using CodeDistance = HybridAssistant.Knowledge.Questions.Products.CodeDistance;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>
/// The rows of tables of spares and accessories: a row is headed by a part, or by its designation, and another of its cells
/// says which models the part is for.
/// </summary>
internal sealed class PartRows
{
    private readonly FrozenDictionary<(string Document, string Section, string Part), PartRow> _byPart;
    private readonly FrozenDictionary<(string Document, string Section, string Label), PartRow> _byLabel;
    private readonly ImmutableArray<string> _models;
    private readonly ImmutableArray<string> _named;
    private readonly ImmutableArray<CatalogProduct> _products;
    private readonly ImmutableArray<string> _nouns;

    /// <summary>Collects the rows of the candidates.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="profiles">Their lines.</param>
    /// <param name="question">The question.</param>
    /// <param name="nouns">Stems of the question that may say what part is asked for.</param>
    public PartRows(
        IReadOnlyList<FactCandidate> candidates, IReadOnlyList<LineProfile> profiles, QuestionAnalysis question, ImmutableArray<string> nouns)
    {
        var byPart = new Dictionary<(string, string, string), PartRow>();
        var byLabel = new Dictionary<(string, string, string), PartRow>();
        for (int i = 0; i < candidates.Count; i++)
        {
            Fact fact = candidates[i].Entry.Fact!;
            if (fact.Product.Length > 0)
            {
                RowOf(byPart, (fact.Document, fact.Section, fact.Product)).Add(fact, profiles[i]);
            }

            if (fact.Product.Length > 0 && FeatureMarks.Affirms(fact.Value))
            {
                RowOf(byLabel, (fact.Document, fact.Section, fact.Attribute)).AddModel(fact.Product);
            }
        }

        _byPart = byPart.ToFrozenDictionary();
        _byLabel = byLabel.ToFrozenDictionary();
        _nouns = nouns;
        _products = question.NamedProducts;
        _models = [.. question.Mentions.Select(m => m.Normalized).Where(k => k.Length >= PartRow.ShortestKey).Distinct(StringComparer.Ordinal)];
        _named = [.. question.NamedProducts.Where(p => !p.IsSeries).Select(p => CodeNormalizer.Normalize(p.Name)).Concat(_models).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Whether the row of a fact says that it is for the model that the question names, or only for others. A row that has
    /// nothing of what is asked for fits nothing: the order number of a pump is not that of a coil for it.
    /// </summary>
    public PartFit FitOf(Fact fact)
    {
        if (fact.Product.Length == 0 || _models.IsEmpty || _models.Contains(CodeNormalizer.Normalize(fact.Product)))
        {
            return PartFit.Unsaid;
        }

        PartRow own = _byPart[(fact.Document, fact.Section, fact.Product)];
        if (!_nouns.Any(own.Words.Contains))
        {
            return PartFit.Unsaid;
        }

        PartFit fit = own.FitOf(_models);
        return fit == PartFit.Unsaid && _byLabel.TryGetValue((fact.Document, fact.Section, fact.Attribute), out PartRow? row) && !FeatureMarks.IsMark(fact.Value)
            ? row.FitOf(_models)
            : fit;
    }

    /// <summary>Whether the question names a fact's product by its whole code, though it heads but a row; not one that only folds alike.</summary>
    public bool IsNamed(Fact fact) =>
        CodeNormalizer.Normalize(fact.Product) is var key && _models.Contains(key)
        && !_products.Any(p => p.Document == fact.Document && p.Name != fact.Product && CodeNormalizer.Normalize(p.Name) == key);

    /// <summary>Whether a fact's product is a variant of a model of the question: "SR-310-230AC" of the SR-310, "ER-C55" of the ER-Cxx.</summary>
    public bool IsVariant(Fact fact)
    {
        var key = new NameKey(CodeNormalizer.Normalize(fact.Product), fact.Product);
        return _models.Any(m => m.EndsWith("XX", StringComparison.Ordinal)
            ? key.Normalized.Length == m.Length && key.Normalized.StartsWith(m.TrimEnd('X'), StringComparison.Ordinal)
            : key.Normalized.StartsWith(m, StringComparison.Ordinal) && key.BreaksAfter(m.Length));
    }

    /// <summary>
    /// Whether a fact's product is built unlike the models of the question, and its row has something of what is asked for: a
    /// part beside them rather than a sibling.
    /// </summary>
    public bool IsPart(Fact fact)
    {
        string key = CodeNormalizer.Normalize(fact.Product);
        return !_named.IsEmpty && key.Length > 0 && _nouns.Any(WordsOf(fact).Contains) && !_named.Any(n => CodeDistance.IsSibling(n, key));
    }

    /// <summary>The words of a part's whole row; empty where the fact has none.</summary>
    public FrozenSet<string> WordsOf(Fact fact) =>
        _byPart.TryGetValue((fact.Document, fact.Section, fact.Product), out PartRow? row) ? row.Words : FrozenSet<string>.Empty;

    private static PartRow RowOf(Dictionary<(string, string, string), PartRow> rows, (string, string, string) key) =>
        rows.TryGetValue(key, out PartRow? known) ? known : rows[key] = new PartRow();
}
