using System.Collections.Immutable;
using System.Globalization;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>The weights of the features and the calibration, read from <c>selector-weights.tsv</c>.</summary>
public sealed class SelectorWeights
{
    private readonly double[] _weights;

    /// <summary>Weights in the order of <see cref="FactFeatures.Names"/>.</summary>
    /// <param name="weights">One weight a feature.</param>
    /// <param name="none">Score of "none of these".</param>
    /// <param name="slope">Slope of the calibration of the best score, above 0.</param>
    public SelectorWeights(IReadOnlyList<double> weights, double none, double slope)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != FactFeatures.Names.Length)
        {
            throw new ArgumentException($"There are {FactFeatures.Names.Length} features, but {weights.Count} weights.", nameof(weights));
        }

        _weights = [.. weights];
        None = none;
        Slope = slope;
    }

    /// <summary>The fitted weights that ship with the library.</summary>
    public static SelectorWeights Default { get; } = Load();

    /// <summary>Score of "none of these".</summary>
    public double None { get; }

    /// <summary>Slope of the calibration.</summary>
    public double Slope { get; }

    /// <summary>The score of a candidate: its log-odds against "none of these".</summary>
    public double Score(FactFeatures features)
    {
        double score = -None;
        double[] values = features.ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            score += _weights[i] * values[i];
        }

        return score;
    }

    /// <summary>Probability that a candidate of this score states what was asked.</summary>
    public double Confidence(double score) => 1 / (1 + Math.Exp(-Slope * score));

    private static SelectorWeights Load()
    {
        ImmutableDictionary<string, double> rows = LexiconFile.Read("selector-weights.tsv")
            .ToImmutableDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new SelectorWeights([.. FactFeatures.Names.Select(n => rows[n])], rows["none"], rows["slope"]);
    }
}
