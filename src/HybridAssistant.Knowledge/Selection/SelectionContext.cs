using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.FollowUps;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Selection.Conditions;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>What can be said of a question against all candidates together: rarities, sheets, products.</summary>
internal sealed class SelectionContext
{
    private const int ShortestKey = 4;


    private readonly SheetScores _sheets;
    private readonly FrozenDictionary<(string Document, string Product), double> _products;
    private readonly FrozenDictionary<(string Document, string Product), ProductProfile> _profiles;
    private readonly FrozenDictionary<string, int> _lineCounts;
    private readonly FrozenSet<string> _beyond;
    private readonly FrozenDictionary<(string Document, string Product, string Attribute), double> _leastUnasked;
    private readonly int _lines;

    public SelectionContext(
        QuestionAnalysis question, ProductCatalog catalog, IReadOnlyList<FactCandidate> candidates, IReadOnlyList<LineProfile> profiles)
    {
        Question = question;
        Catalog = catalog;
        _lines = candidates.Count;
        _lineCounts = profiles.SelectMany(p => p.LineStems).CountBy(s => s, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        _sheets = new SheetScores(question, catalog, candidates.Select(c => c.Entry.Document));
        BestCosine = candidates.Max(c => c.Cosine);
        BestLabel = candidates.Max(c => c.LabelCosine);
        _profiles = ProfileProducts(candidates, profiles);
        Items = QuestionItems.Of(question);
        Sides = OppositeWords.Default.SidesOf(question.Words);
        Content = question.ContentStems.ToFrozenSet(StringComparer.Ordinal);
        NameStems = _sheets.NameStems;
        Versions = AskedVersions.Of(question, NameStems);
        Exclusive = [.. question.Words.Where(w => FollowUpWords.IsExclusive(w.Text) && !FormWords.IsOfRange(w)).Select(w => w.Text)];
        Denied = Denials.StemsOf(question.Words);
        Affirmed = Denied.Count == 0 ? Content : Content.Where(s => !Denied.Contains(s)).ToFrozenSet(StringComparer.Ordinal);
        ModelFacts = new ModelFacts(question, candidates, profiles);
        _leastUnasked = candidates.Zip(profiles, (c, p) => (Row: RowOf(c.Entry.Fact!), Unasked: Unasked(p)))
            .GroupBy(l => l.Row).ToFrozenDictionary(g => g.Key, g => g.Min(l => l.Unasked));
        NamesUnknownModel = question.Mentions.Any(m => m.Fit is MentionFit.Unknown or MentionFit.NearMiss
            && !profiles.Any(p => p.Key.Contains(m.Normalized, StringComparison.Ordinal)));
        _products = ScoreProducts();
        _beyond = FindBeyond(candidates, profiles);
        HashSet<string> kind = question.OfKind.IsEmpty ? [] : [.. question.Kinds.SelectMany(k => question.Words.Slice(k.From, k.Count)).Select(w => w.Stem)];
        Asked = [.. question.ContentStems.Where(s => !NameStems.Contains(s) && !kind.Contains(s))];
        HashSet<string> ordering = [.. StemsOfOrdering(question)];
        Parts = new PartRows(candidates, profiles, question, [.. question.ContentStems.Where(s => !ordering.Contains(s))]);
    }

    public QuestionAnalysis Question { get; }

    public ProductCatalog Catalog { get; }

    /// <summary>Tables of spares and accessories among the candidates.</summary>
    public PartRows Parts { get; }

    /// <summary>Codes and quantities of the question that something must have.</summary>
    public ImmutableArray<QuestionItem> Items { get; }

    /// <summary>Words in the names of the sheet that the question fits best.</summary>
    public FrozenSet<string> NameStems { get; }

    /// <summary>Content words of the question that name no sheet.</summary>
    public ImmutableArray<string> Asked { get; }

    /// <summary>Content words of the question.</summary>
    public FrozenSet<string> Content { get; }

    /// <summary>Content words of the question but those of what it says the product has not.</summary>
    public FrozenSet<string> Affirmed { get; }

    public OppositeSides Sides { get; }

    /// <summary>What the question says the product has not.</summary>
    public FrozenSet<string> Denied { get; }

    /// <summary>Special versions that the question asks for.</summary>
    public AskedVersions Versions { get; }

    /// <summary>Words of the question of which a thing has one: "FKM".</summary>
    public ImmutableArray<string> Exclusive { get; }

    /// <summary>What the sheets table of the models that the question names.</summary>
    public ModelFacts ModelFacts { get; }

    /// <summary>Whether the question names a model that no candidate line names either.</summary>
    public bool NamesUnknownModel { get; }

    public double? BestCosine { get; }

    public double? BestLabel { get; }

    /// <summary>How telling a stem is among the candidate lines.</summary>
    public double Rarity(string stem) =>
        Math.Log(1 + (_lines / (1.0 + (_lineCounts.TryGetValue(stem, out int count) ? count : 0))));

    /// <summary>How much of a line's condition the question leaves unsaid.</summary>
    public double Unasked(LineProfile line) => line.Qualifiers.IsEmpty ? 0 : 1 - Share(line.Qualifiers, Content);

    /// <summary>The same of that line of a fact's row whose condition the question says most of: a row with one line asks for no condition.</summary>
    public double LeastUnasked(Fact fact) => _leastUnasked[RowOf(fact)];

    /// <summary>How much of some stems is among others, the telling ones counting more.</summary>
    public double Share(ImmutableArray<string> stems, FrozenSet<string> among)
    {
        double found = 0;
        double total = 0;
        foreach (string stem in stems)
        {
            double weight = Rarity(stem);
            total += weight;
            found += among.Contains(stem) ? weight : 0;
        }

        return total > 0 ? found / total : 0;
    }

    public double SheetScore(string document) => _sheets.Of(document);

    /// <summary>0 to 1 against the best sibling; 0 for all where the question's properties do not tell them apart.</summary>
    public double PropertyScore(string document, string product) =>
        _products.TryGetValue((document, product), out double score) ? score : 0;

    public ProductProfile? Profile(string document, string product) =>
        _profiles.TryGetValue((document, product), out ProductProfile? profile) ? profile : null;

    /// <summary>Whether a line's own words name the product that the question names.</summary>
    public bool IsNamedIn(LineProfile line)
    {
        foreach (ProductMention mention in Question.Mentions)
        {
            if (mention.Fit is MentionFit.Exact or MentionFit.Variant or MentionFit.Unknown && mention.Normalized.Length >= ShortestKey && line.Key.Contains(mention.Normalized, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words have all that names an attribute in the question.</summary>
    public bool IsNamedBy(AttributeMatch asked, FrozenSet<string> words)
    {
        for (int i = 0; i < Math.Min(64, Question.Words.Length); i++)
        {
            if ((asked.Words & (1UL << i)) != 0 && !words.Contains(Question.Words[i].Stem))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the question names a series on a sheet and none of its models.</summary>
    public bool NamesSeriesOf(string document) =>
        Question.Mentions.Any(m => m.Fit == MentionFit.Series && m.Products.Count(p => p.Document == document && !p.IsSeries) > 1)
        && !Question.Mentions.Any(m => m.Fit is MentionFit.Exact or MentionFit.Variant && m.Products.Any(p => p.Document == document && !p.IsSeries));

    /// <summary>Whether a line's own words name another product of its sheet.</summary>
    public bool NamesSibling(string document, LineProfile line)
    {
        foreach (string key in Catalog.KeysOf(document))
        {
            if (key.Length >= ShortestKey && line.Key.Contains(key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the question names a size of a scale that the sheet lists, but that none of its lines reaches.</summary>
    public bool IsBeyond(string document) => _beyond.Contains(document);

    private static (string Document, string Product, string Attribute) RowOf(Fact fact) => (fact.Document, fact.Product, fact.Attribute);

    private FrozenSet<string> FindBeyond(IReadOnlyList<FactCandidate> candidates, IReadOnlyList<LineProfile> profiles)
    {
        Quantity[] sizes = [.. Question.Quantities.Where(q => QuantitySearch.IsSizeLabel(q.Kind))];
        if (sizes.Length == 0)
        {
            return [];
        }

        // "DN 15 to DN 150" on one line lists what lies between.
        var lines = candidates.Zip(profiles, (c, p) => (c.Entry.Document, Quantities: p.ConditionQuantities.Concat(p.ValueQuantities).Concat(p.SectionQuantities).ToArray()))
            .ToLookup(l => l.Document, l => l.Quantities, StringComparer.Ordinal);
        return lines.Where(sheet => sizes.Any(size =>
            {
                double[][] listed = [.. sheet.Select(q => q.Where(o => o.Kind == size.Kind).Select(o => o.Base).ToArray()).Where(b => b.Length > 0)];
                return listed.Length > 0 && !listed.Any(b => b.Min() <= size.Base && size.Base <= b.Max())
                    && !Catalog.SizesOf(sheet.Key).Any(size.Agrees);
            }))
            .Select(sheet => sheet.Key).ToFrozenSet(StringComparer.Ordinal);
    }

    // "Order number of the KX-200": neither says what part is asked for.
    private static IEnumerable<string> StemsOfOrdering(QuestionAnalysis question)
    {
        ulong covered = question.Attributes.Where(a => a.Concept.Name == "partnumber").Aggregate(0UL, (bits, a) => bits | a.Words);
        return question.Words.Take(64)
            .Where((w, i) => (covered & (1UL << i)) != 0 || question.Mentions.Any(m => w.Start >= m.Start && w.Start < m.Start + m.Text.Length))
            .Select(w => w.Stem);
    }

    private static FrozenDictionary<(string Document, string Product), ProductProfile> ProfileProducts(
        IReadOnlyList<FactCandidate> candidates, IReadOnlyList<LineProfile> profiles)
    {
        var products = new Dictionary<(string, string), ProductProfile>();
        for (int i = 0; i < candidates.Count; i++)
        {
            Fact fact = candidates[i].Entry.Fact!;
            var key = (fact.Document, fact.Product);
            ProductProfile profile = products.TryGetValue(key, out ProductProfile? known) ? known : products[key] = new ProductProfile(fact.Product);
            profile.Add(profiles[i]);
        }

        return products.ToFrozenDictionary();
    }

    private FrozenDictionary<(string, string), double> ScoreProducts()
    {
        var scores = new Dictionary<(string, string), double>();
        foreach (var sheet in _profiles.Where(p => p.Key.Product.Length > 0).GroupBy(p => p.Key.Document))
        {
            var siblings = sheet.ToList();
            if (siblings.Count < 2)
            {
                continue;
            }

            var raw = siblings.ConvertAll(_ => 0.0);
            foreach (QuestionItem item in Items)
            {
                double[] shares = [.. siblings.Select(s => s.Value.ShareOf(item))];
                double count = shares.Sum();
                if (count == 0 || shares.All(s => s == shares[0]))
                {
                    continue;
                }

                double weight = item.Weight * Math.Log((siblings.Count + 1.0) / count);
                for (int i = 0; i < shares.Length; i++)
                {
                    raw[i] += shares[i] * weight;
                }
            }

            double best = raw.Max();
            double least = raw.Min();
            for (int i = 0; i < siblings.Count; i++)
            {
                scores[siblings[i].Key] = best > least ? (raw[i] - least) / (best - least) : 0;
            }
        }

        return scores.ToFrozenDictionary();
    }
}
