using HybridAssistant.Knowledge.Questions;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>What a question of threshold demands of a value.</summary>
/// <param name="IsBelow">The value must reach below the bound.</param>
/// <param name="IsStrict">The bound itself does not do.</param>
/// <param name="IsWithin">The bound must lie in the range that is stated: "which stand 95 °C".</param>
internal readonly record struct ThresholdTest(bool IsBelow, bool IsStrict, bool IsWithin)
{
    private const int WordsBefore = 3;

    /// <summary>The test that the words of a question call for; those near before the bound count first.</summary>
    public static ThresholdTest Of(QuestionAnalysis question, Quantity bound)
    {
        string[] near = [.. question.Words.Skip(Math.Max(0, bound.Index - WordsBefore)).Take(Math.Min(WordsBefore, bound.Index)).Select(w => w.Text)];
        string[] all = [.. question.Words.Select(w => w.Text)];
        bool below = near.Any(IsBelowWord) || (!near.Any(IsAboveWord) && all.Any(IsBelowWord) && !all.Any(IsAboveWord));
        bool above = near.Any(IsAboveWord) || (!below && all.Any(IsAboveWord));
        bool orEqual = near.Contains("least") || (near.Contains("most") && !below) || near.Contains("down");
        if (near.Contains("most") && near.Contains("at"))
        {
            return new ThresholdTest(true, false, false);
        }

        return new ThresholdTest(below, (below || above) && !orEqual, !below && !above && !orEqual);
    }

    /// <summary>Whether a value from <paramref name="low"/> to <paramref name="high"/> passes, all in one unit.</summary>
    public bool Holds(double low, double high, double limit)
    {
        if (IsWithin)
        {
            return limit <= high && (low == high || limit >= low);
        }

        return IsBelow
            ? IsStrict ? low < limit : low <= limit
            : IsStrict ? high > limit : high >= limit;
    }

    private static bool IsBelowWord(string word) =>
        word is "below" or "under" or "less" or "fewer" or "lighter" or "smaller" or "lower" or "down" or "shorter" or "quieter" or "slower";

    private static bool IsAboveWord(string word) =>
        word is "above" or "over" or "more" or "exceed" or "exceeds" or "beyond" or "higher" or "heavier" or "greater" or "larger" or "longer" or "faster";
}
