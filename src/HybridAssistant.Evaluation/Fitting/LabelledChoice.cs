using System.Collections.Immutable;

namespace HybridAssistant.Evaluation.Fitting;

/// <summary>The candidates of one question, some of them right.</summary>
/// <param name="Id">The case.</param>
/// <param name="Group">What is left out together in cross-validation: questions of one file of cases.</param>
/// <param name="Candidates">One row of features a candidate, best first as scored so far.</param>
/// <param name="Right">Whether each states the answer. None: the right choice is "none of these".</param>
public sealed record LabelledChoice(string Id, string Group, ImmutableArray<double[]> Candidates, ImmutableArray<bool> Right)
{
    /// <summary>Whether any candidate is right.</summary>
    public bool HasRight { get; } = Right.Contains(true);
}
