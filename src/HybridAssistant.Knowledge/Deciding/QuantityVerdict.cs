using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>
/// Decides yes or no where a question holds a quantity against a printed one. Only what follows from the words is decided: a
/// wrong yes is worse than none, and the printed value is said in any case.
/// </summary>
internal static class QuantityVerdict
{
    private const double Rounding = 1e-6;

    private static readonly char[] Comparators = ['≤', '<', '≥', '>'];

    /// <summary>The verdict; null where the words leave it open.</summary>
    public static Verdict? Find(QuestionAnalysis question, Fact fact)
    {
        if (fact.Typed is not { Kind.Length: > 0 } typed || question.Words.Any(FormWords.Sufficing.Contains)
            || Asked(question, fact, typed) is not { } quantity || Converted(quantity, typed) is not { } asked)
        {
            return null;
        }

        return Excess(question.Words) is { } excess ? Exceeds(excess, asked, fact, typed)
            : BoundOf(question, quantity) is { Side: not BoundSide.Within } bound ? Compare(question, bound, asked, fact, typed)
            : Holds(question, asked, fact, typed);
    }

    // The one quantity of the value's kind that is no condition of the line: of two it would be open which is meant.
    private static Quantity? Asked(QuestionAnalysis question, Fact fact, TypedValue typed)
    {
        ImmutableArray<QuantityMention> conditions = QuantityFinder.Default.FindQuantities($"{fact.Condition}\n{fact.Attribute}");
        Quantity[] asked =
        [
            .. question.Quantities.Where(q => q.Kind == typed.Kind && !conditions.Any(c => c.Value.Kind == q.Kind && c.Value.Highest == q.Value)),
        ];
        return asked.Length == 1 ? asked[0] : null;
    }

    private static double? Converted(Quantity asked, TypedValue typed) =>
        UnitTable.Default.FindCanonical(typed.Unit) is { } printed && UnitTable.Default.FindCanonical(asked.Unit) is { } unit
        && UnitConversion.TryConvert(asked.Value, unit, printed, out double value) ? value : null;

    // "Too much", "too cold".
    private static BoundSide? Excess(ImmutableArray<Word> words)
    {
        for (int i = 1; i < words.Length; i++)
        {
            if (words[i - 1].Text == "too" && (FormWords.Excess.Contains(words[i]) || FormWords.Shortage.Contains(words[i])))
            {
                return FormWords.Excess.Contains(words[i]) ? BoundSide.Above : BoundSide.Below;
            }
        }

        return null;
    }

    private static Verdict? Exceeds(BoundSide side, double asked, Fact fact, TypedValue typed) => side == BoundSide.Above
        ? Upper(fact, typed) is { } most ? Say(asked > most) : null
        : Lower(fact, typed) is { } least ? Say(asked < least) : null;

    private static BoundPhrase? BoundOf(QuestionAnalysis question, Quantity quantity) =>
        BoundLexicon.Default.FindBehind(question.Words, quantity.Index + quantity.WordCount)
        ?? BoundLexicon.Default.FindBefore(question.Words, quantity.Index)?.Phrase;

    // "Lighter than 50 kg" against what is printed: a range must lie on one side as a whole.
    private static Verdict? Compare(QuestionAnalysis question, BoundPhrase bound, double asked, Fact fact, TypedValue typed)
    {
        // "Faster than 50 ms" is less than 50 ms.
        if (typed.Kind == "Duration" && question.Words.Any(w => DegreeLexicon.Default.ComparativeOf(w) is { Attributes.IsEmpty: false }))
        {
            return null;
        }

        (double? low, double? high) = Printed(fact, typed);
        bool isBelow = bound.Side == BoundSide.Below;
        return Passes(isBelow, bound.IsStrict, isBelow ? high : low, asked) ? Verdict.Yes
            : Fails(isBelow, bound.IsStrict, isBelow ? low : high, asked) ? Verdict.No
            : null;
    }

    private static bool Passes(bool isBelow, bool isStrict, double? value, double limit) =>
        value is { } printed && (isBelow ? (isStrict ? printed < limit : printed <= limit) : isStrict ? printed > limit : printed >= limit);

    private static bool Fails(bool isBelow, bool isStrict, double? value, double limit) =>
        value is { } printed && (isBelow ? (isStrict ? printed >= limit : printed > limit) : isStrict ? printed <= limit : printed < limit);

    // "Can it stand 95 °C?": within a range, at most a limit; a single rating is met by itself only.
    private static Verdict? Holds(QuestionAnalysis question, double asked, Fact fact, TypedValue typed)
    {
        if (typed is { Min: { } min, Max: { } max })
        {
            return Say(asked >= min && asked <= max);
        }

        bool asksForLimit = question.Words.Any(w => FormWords.Maximum.Contains(w) || FormWords.Minimum.Contains(w));
        if (!asksForLimit && Upper(fact, typed) is { } most)
        {
            return Say(asked <= most);
        }

        if (!asksForLimit && Lower(fact, typed) is { } least)
        {
            return Say(asked >= least);
        }

        return Printed(fact, typed) is ({ } low, { } high) && low == high && Math.Abs(asked - low) <= Rounding * Math.Max(1, Math.Abs(low)) ? Verdict.Yes : null;
    }

    // What the value can be: "≤ 75" may be anything below, "16" under "max." is 16.
    private static (double? Low, double? High) Printed(Fact fact, TypedValue typed)
    {
        bool isBound = fact.Value.AsSpan().IndexOfAny(Comparators) >= 0;
        double? single = typed.Typical ?? (isBound ? null : typed.Min is null ? typed.Max : typed.Max is null ? typed.Min : null);
        return single is not null ? (single, single) : (typed.Min, typed.Max);
    }

    private static double? Upper(Fact fact, TypedValue typed) => Has(fact, FormWords.Minimum) ? null
        : typed is { Max: { } max } ? max
        : Has(fact, FormWords.Maximum) || Has(fact, FormWords.Limit) ? typed.Typical : null;

    private static double? Lower(Fact fact, TypedValue typed) => Has(fact, FormWords.Maximum) ? null
        : typed is { Min: { } min } ? min
        : Has(fact, FormWords.Minimum) ? typed.Typical : null;

    private static bool Has(Fact fact, FormWords words) => WordSplitter.Split($"{fact.Attribute} {fact.Condition}").Any(words.Contains);

    private static Verdict Say(bool holds) => holds ? Verdict.Yes : Verdict.No;
}
