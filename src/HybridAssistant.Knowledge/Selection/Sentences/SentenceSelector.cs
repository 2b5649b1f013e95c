using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Retrieval;

namespace HybridAssistant.Knowledge.Selection.Sentences;

/// <summary>Scores sentences of running text by what the domain knows: what no table states may stand in one.</summary>
public sealed class SentenceSelector
{
    /// <summary>The fitted weights that ship with the library.</summary>
    public static LinearModel Shipped { get; } = LinearModel.Load("sentence-weights.tsv", SentenceFeatures.Names);

    private readonly LinearModel _model;
    private readonly ProfileCache<Passage, SentenceProfile> _profiles = new(SentenceProfile.Of);

    /// <summary>A selector with the shipped weights.</summary>
    public SentenceSelector()
        : this(Shipped)
    {
    }

    /// <summary>A selector with other weights.</summary>
    public SentenceSelector(LinearModel model) => _model = model;

    /// <summary>The sentences, best first.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="catalog">The products of the sheets.</param>
    /// <param name="sentences">Sentences of the sheets that may state it, in any order.</param>
    /// <param name="facts">The facts as scored: the surer one of them states it, the less a sentence is needed.</param>
    public ImmutableArray<ScoredSentence> Select(
        QuestionAnalysis question, ProductCatalog catalog, IReadOnlyList<PassageCandidate> sentences, FactSelection facts)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(facts);
        if (sentences.Count == 0)
        {
            return [];
        }

        SentenceProfile[] profiles = [.. sentences.Select(s => ProfileOf(s.Entry.Passage!))];
        var context = new SentenceContext(question, catalog, [.. sentences.Select(s => s.Entry)], profiles, facts.Facts.IsEmpty ? null : facts.Facts[0].Entry.Fact);
        double? best = sentences.Max(s => s.Cosine);
        double fact = facts.Facts.IsEmpty ? double.NegativeInfinity : facts.Facts[0].Score;
        var scored = new List<ScoredSentence>(sentences.Count);
        for (int i = 0; i < sentences.Count; i++)
        {
            SentenceFeatures features = SentenceFeatureExtractor.Extract(
                context, sentences[i].Entry, profiles[i], sentences[i].Cosine, best, fact);
            double score = _model.Score(features.ToArray());
            scored.Add(new ScoredSentence(sentences[i].Entry, score, _model.Confidence(score), features));
        }

        return
        [
            .. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Entry.Document, StringComparer.Ordinal).ThenBy(s => s.Entry.Passage!.Ordinal),
        ];
    }

    private SentenceProfile ProfileOf(Passage passage) => _profiles.Get(passage.Document, passage.Id, passage);
}
