using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Evaluation.Fitting;

/// <summary>Measures a fit on questions that it has not seen: each group is scored by weights of the others.</summary>
public static class CrossValidation
{
    /// <summary>Fits without each group in turn and scores it.</summary>
    public static ChoiceScore Run(
        IReadOnlyList<LabelledChoice> choices, LinearModel start, FittingOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var scored = new List<(LabelledChoice, LinearModel)>(choices.Count);
        foreach (IGrouping<string, LabelledChoice> group in choices.GroupBy(c => c.Group, StringComparer.Ordinal))
        {
            LinearModel model = ConditionalLogit.Fit([.. choices.Where(c => c.Group != group.Key)], start, options, cancellationToken);
            scored.AddRange(group.Select(c => (c, model)));
        }

        return ChoiceScore.Of(scored);
    }
}
