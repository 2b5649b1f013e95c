using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Evaluation.Fitting;

/// <summary>
/// Fits a conditional logit whose last choice is "none of these" (McFadden, "Conditional logit analysis of qualitative choice
/// behavior", 1974). Where several candidates carry the right value the likelihood is that of choosing any of them, so that one
/// which carries it by chance need not be told apart by hand. Adam (Kingma and Ba, 2015); no randomness.
/// </summary>
public static class ConditionalLogit
{
    private const double FirstMoment = 0.9;
    private const double SecondMoment = 0.999;
    private const double Epsilon = 1e-8;

    /// <summary>The weights that make the right choices likeliest.</summary>
    /// <param name="choices">The labelled questions.</param>
    /// <param name="start">Where the weights start and are drawn towards.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends the work between steps.</param>
    public static LinearModel Fit(
        IReadOnlyList<LabelledChoice> choices, LinearModel start, FittingOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        double[] origin = [.. start.Weights, start.None];
        double[] weights = [.. origin];
        var first = new double[weights.Length];
        var second = new double[weights.Length];
        var gradient = new double[weights.Length];
        double total = choices.Sum(c => Weight(c, options));
        for (int step = 1; step <= options.Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(gradient);
            foreach (LabelledChoice choice in choices)
            {
                AddGradient(choice, weights, gradient, Weight(choice, options) / total);
            }

            for (int i = 0; i < weights.Length; i++)
            {
                double slope = gradient[i] - (2 * options.Pull * (weights[i] - origin[i]));
                first[i] = (FirstMoment * first[i]) + ((1 - FirstMoment) * slope);
                second[i] = (SecondMoment * second[i]) + ((1 - SecondMoment) * slope * slope);
                double mean = first[i] / (1 - Math.Pow(FirstMoment, step));
                double spread = second[i] / (1 - Math.Pow(SecondMoment, step));
                weights[i] += options.StepSize * mean / (Math.Sqrt(spread) + Epsilon);
            }
        }

        return new LinearModel(start.Names, [.. weights[..^1]], weights[^1], start.Slope);
    }

    private static double Weight(LabelledChoice choice, FittingOptions options) => choice.HasRight ? 1 : options.NoneWeight;

    // d log P(right) / dw = sum over the right of p(i | right) x - sum over all of p(i) x; the score of "none" is its own weight.
    private static void AddGradient(LabelledChoice choice, double[] weights, double[] gradient, double share)
    {
        int count = choice.Candidates.Length;
        double none = weights[^1];
        var scores = new double[count];
        double largest = none;
        for (int c = 0; c < count; c++)
        {
            scores[c] = Dot(choice.Candidates[c], weights);
            largest = Math.Max(largest, scores[c]);
        }

        double all = Math.Exp(none - largest);
        double right = choice.HasRight ? 0 : all;
        double noneMass = all;
        for (int c = 0; c < count; c++)
        {
            scores[c] = Math.Exp(scores[c] - largest);
            all += scores[c];
            right += choice.Right[c] ? scores[c] : 0;
        }

        for (int c = 0; c < count; c++)
        {
            double pull = share * ((choice.Right[c] ? scores[c] / right : 0) - (scores[c] / all));
            double[] features = choice.Candidates[c];
            for (int i = 0; i < features.Length; i++)
            {
                gradient[i] += pull * features[i];
            }
        }

        gradient[^1] += share * ((choice.HasRight ? 0 : 1) - (noneMass / all));
    }

    private static double Dot(double[] features, double[] weights)
    {
        double score = 0;
        for (int i = 0; i < features.Length; i++)
        {
            score += features[i] * weights[i];
        }

        return score;
    }
}
