using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>What a question of threshold demands of a value.</summary>
/// <param name="Side">Where the value must lie.</param>
/// <param name="IsStrict">The bound itself does not do.</param>
/// <param name="IsDenied">The question asks for the values that fail: "which may not run at 45 °C".</param>
internal readonly record struct ThresholdTest(BoundSide Side, bool IsStrict, bool IsDenied)
{
    /// <summary>The test that the words of a question call for; those beside the bound count first.</summary>
    public static ThresholdTest Of(QuestionAnalysis question, Quantity bound)
    {
        (BoundPhrase Phrase, int Index)? before = BoundLexicon.Default.FindBefore(question.Words, bound.Index);
        BoundPhrase? phrase = BoundLexicon.Default.FindBehind(question.Words, bound.Index + bound.WordCount)
            ?? before?.Phrase ?? BoundLexicon.Default.FindAny(question.Words);

        // "No more than" has its own denial.
        int from = before?.Index ?? question.Words.Length;
        int to = from + (before?.Phrase.Words.Length ?? 0);
        bool isDenied = question.Words.Where((_, i) => i < from || i >= to).Any(FormWords.Negation.Contains);
        return new ThresholdTest(phrase?.Side ?? BoundSide.Within, phrase?.IsStrict ?? false, isDenied);
    }

    /// <summary>The same test of an attribute in which the words mean the other end: "faster than 50 ms" is less than 50 ms.</summary>
    public ThresholdTest Turned() => Side switch
    {
        BoundSide.Above => this with { Side = BoundSide.Below },
        BoundSide.Below => this with { Side = BoundSide.Above },
        _ => this,
    };

    /// <summary>Whether a value from <paramref name="low"/> to <paramref name="high"/> passes, all in one unit.</summary>
    public bool Holds(double low, double high, double limit) => IsDenied != Side switch
    {
        BoundSide.Below => IsStrict ? low < limit : low <= limit,
        BoundSide.Above => IsStrict ? high > limit : high >= limit,
        _ => limit <= high && (low == high || limit >= low),
    };
}
