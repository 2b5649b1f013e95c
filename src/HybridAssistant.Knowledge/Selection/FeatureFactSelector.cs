using System.Collections.Concurrent;
using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Scores candidates by what the domain knows: products, attributes, units, conditions; a linear model with a "none of these".</summary>
public sealed class FeatureFactSelector : IFactSelector
{
    // About 1 KB a profile: some 20,000 facts, the corpus of a large maker.
    private const int MaxProfiles = 20_000;

    /// <summary>The fitted weights that ship with the library.</summary>
    public static LinearModel Shipped { get; } = LinearModel.Load("selector-weights.tsv", FactFeatures.Names);

    private readonly LinearModel _model;
    private readonly ConcurrentDictionary<(string Document, string Id), (Fact Fact, LineProfile Profile)> _profiles = new();

    /// <summary>A selector with the shipped weights.</summary>
    public FeatureFactSelector()
        : this(Shipped)
    {
    }

    /// <summary>A selector with other weights.</summary>
    public FeatureFactSelector(LinearModel model) => _model = model;

    /// <inheritdoc />
    public FactSelection Select(QuestionAnalysis question, ProductCatalog catalog, IReadOnlyList<FactCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(candidates);
        if (candidates.Count == 0)
        {
            return new FactSelection([], 0);
        }

        LineProfile[] profiles = [.. candidates.Select(c => ProfileOf(c.Entry.Fact!))];
        var context = new SelectionContext(question, catalog, candidates, profiles);
        var scored = new List<ScoredFact>(candidates.Count);
        for (int i = 0; i < candidates.Count; i++)
        {
            FactFeatures features = FactFeatureExtractor.Extract(context, candidates[i], profiles[i]);
            scored.Add(new ScoredFact(candidates[i].Entry, _model.Score(features.ToArray()), features));
        }

        ImmutableArray<ScoredFact> ordered =
        [
            .. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Entry.Document, StringComparer.Ordinal).ThenBy(s => s.Entry.Fact!.Ordinal),
        ];
        return new FactSelection(ordered, _model.Confidence(ordered[0].Score));
    }

    private LineProfile ProfileOf(Fact fact)
    {
        if (_profiles.TryGetValue((fact.Document, fact.Id), out var known) && (ReferenceEquals(known.Fact, fact) || known.Fact == fact))
        {
            return known.Profile;
        }

        if (_profiles.Count >= MaxProfiles)
        {
            _profiles.Clear();
        }

        LineProfile profile = LineProfile.Of(fact);
        _profiles[(fact.Document, fact.Id)] = (fact, profile);
        return profile;
    }
}
