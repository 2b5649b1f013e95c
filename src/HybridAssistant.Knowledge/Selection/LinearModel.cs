using System.Collections.Immutable;
using System.Globalization;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>
/// Scores candidates by a weighted sum of named features; the score is the log-odds against "none of these". Weights are
/// those of a conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974) with "none" as
/// one more choice.
/// </summary>
public sealed class LinearModel
{
    private readonly ImmutableArray<double> _weights;

    /// <summary>A model.</summary>
    /// <param name="names">Names of the features.</param>
    /// <param name="weights">One weight a feature, in the same order.</param>
    /// <param name="none">Score of "none of these".</param>
    /// <param name="slope">Slope of the calibration, above 0.</param>
    public LinearModel(ImmutableArray<string> names, ImmutableArray<double> weights, double none, double slope)
    {
        if (weights.Length != names.Length)
        {
            throw new ArgumentException($"There are {names.Length} features, but {weights.Length} weights.", nameof(weights));
        }

        Names = names;
        _weights = weights;
        None = none;
        Slope = slope;
    }

    /// <summary>Names of the features.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>One weight a feature.</summary>
    public ImmutableArray<double> Weights => _weights;

    /// <summary>Score of "none of these".</summary>
    public double None { get; }

    /// <summary>Slope of the calibration.</summary>
    public double Slope { get; }

    /// <summary>The log-odds of a candidate against "none of these".</summary>
    /// <param name="features">One number a feature.</param>
    public double Score(ReadOnlySpan<double> features)
    {
        double score = -None;
        for (int i = 0; i < features.Length; i++)
        {
            score += _weights[i] * features[i];
        }

        return score;
    }

    /// <summary>Probability that a candidate of this score states what was asked.</summary>
    public double Confidence(double score) => 1 / (1 + Math.Exp(-Slope * score));

    /// <summary>Reads a shipped model: a row a feature, and the rows <c>none</c> and <c>slope</c>.</summary>
    /// <param name="file">Name of the embedded file.</param>
    /// <param name="names">The features that the caller measures.</param>
    /// <exception cref="KeyNotFoundException">The file has no row for one of them.</exception>
    internal static LinearModel Load(string file, ImmutableArray<string> names)
    {
        ImmutableDictionary<string, double> rows = LexiconFile.Read(file)
            .ToImmutableDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new LinearModel(names, [.. names.Select(n => rows[n])], rows["none"], rows["slope"]);
    }
}
