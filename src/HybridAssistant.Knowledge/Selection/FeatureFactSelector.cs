using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Scores candidates by what the domain knows: products, attributes, units, conditions; a linear model with a "none of these".</summary>
public sealed class FeatureFactSelector : IFactSelector
{
    /// <summary>The fitted weights that ship with the library.</summary>
    public static LinearModel Shipped { get; } = LinearModel.Load("selector-weights.tsv", FactFeatures.Names);

    private readonly LinearModel _model;
    private readonly ProfileCache<Fact, LineProfile> _profiles = new(LineProfile.Of);

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

    private LineProfile ProfileOf(Fact fact) => _profiles.Get(fact.Document, fact.Id, fact);
}
