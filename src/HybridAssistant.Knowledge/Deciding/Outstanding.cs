using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Selection;
using HybridAssistant.Knowledge.Selection.Sentences;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>
/// Tells a line or a sentence that stands out from all others: a customer's own words may fit it little, yet where nothing
/// speaks against it and no other comes near, it is the one that is meant.
/// </summary>
internal static class Outstanding
{
    private const double MinAttribute = 0.25;
    private const double WholeLabel = 1;

    // A sentence has no label that would name what it states: it must be near in meaning.
    private const double MinCosine = 0.37;

    /// <summary>Whether the best line stands out and nothing speaks against it.</summary>
    public static bool IsBestLine(FactSelection selection, DecidingOptions options)
    {
        ScoredFact best = selection.Facts[0];
        Fact fact = best.Entry.Fact!;

        // Other cells of its row come near of themselves.
        double next = selection.Facts.FirstOrDefault(f => f.Entry.Document != fact.Document || f.Entry.Fact!.Attribute != fact.Attribute) is { Entry: not null } other
            ? other.Score
            : double.NegativeInfinity;
        FactFeatures features = best.Features;
        bool isNamed = features.Attribute >= MinAttribute || (features.Label >= WholeLabel && features.Kind >= 0);
        return isNamed && best.Score - next >= options.OutstandingMargin
            && features is { Named: >= 0, Kind: > -1, Unmet: 0, Missed: 0, Conflict: 0, Opposed: 0, Beyond: 0, UnknownModel: 0 };
    }

    /// <summary>Whether the best sentence stands out and nothing speaks against it.</summary>
    public static bool IsBestSentence(ImmutableArray<ScoredSentence> sentences, DecidingOptions options)
    {
        if (sentences.IsEmpty || sentences[0].Confidence < options.MinOutstandingQuoteConfidence)
        {
            return false;
        }

        // A sheet may say the same twice: in its head and in its text.
        double next = sentences.FirstOrDefault(s => s.Entry.Passage!.Text != sentences[0].Entry.Passage!.Text) is { Entry: not null } other
            ? other.Score
            : double.NegativeInfinity;
        // "Discharge at 21 °C" is no storage temperature: another kind of what is asked is worse than words of the customer's own.
        return sentences[0].Score - next >= options.OutstandingMargin
            && sentences[0].Features is { Attribute: 0 or 1, Cosine: >= MinCosine, Named: >= 0, Unmet: 0, Missed: 0, Opposed: 0, Statement: > 0 };
    }
}
