using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.FollowUps;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Selection.Conditions;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Whether a line holds under the conditions that the question names.</summary>
internal static class ConditionFit
{
    private const double MostMet = 2;

    /// <summary>How far the line's condition is met, whether it is another one than the question's, and how much of it the question leaves unsaid.</summary>
    public static (double Condition, double Conflict, double Unasked) Of(SelectionContext context, Fact fact, LineProfile line)
    {
        (double met, bool conflicts) = MatchQuantities(context.Question, line);
        string[] denied = [.. line.Denied.Where(context.Denied.Contains)];
        met += context.Share(line.ConditionStems, context.Affirmed) + (denied.Length > 0 ? 1 : 0) + (0.5 * context.Sides.CountAgreeing(line.Sides));
        conflicts |= line.Denied.Any(context.Affirmed.Contains)
            || context.Denied.Any(s => !line.Denied.Contains(s) && (line.ConditionStems.Contains(s) || line.LabelStems.Contains(s)));

        conflicts |= IsOfOtherKind(context, line) || context.ModelFacts.Meet(fact, line) == false;
        return (Math.Min(met, MostMet), conflicts ? 1 : 0, context.Unasked(line) - context.LeastUnasked(fact));
    }

    // "FKM seals" where the question says NBR.
    private static bool IsOfOtherKind(SelectionContext context, LineProfile line) => context.Exclusive.Any(asked => !line.Texts.Contains(asked)
        && line.AttributeWords.Concat(line.ConditionWords).Any(w => FollowUpWords.AreExclusive(asked, w.Text) && !context.Exclusive.Contains(w.Text)));

    private static (double Met, bool Conflicts) MatchQuantities(QuestionAnalysis question, LineProfile line)
    {
        double met = 0;
        var agreeing = new HashSet<string>(StringComparer.Ordinal);
        var differing = new HashSet<string>(StringComparer.Ordinal);
        foreach (StatedCondition condition in line.Conditions)
        {
            bool agrees = false;
            foreach (Quantity asked in question.Quantities)
            {
                agrees |= condition.Holds(asked, BoundOf(question, asked));
                if (condition.Kind.Length > 0 && condition.Kind == asked.Kind)
                {
                    differing.Add(condition.Kind);
                }
            }

            met += agrees ? 1 : 0;
            if (agrees)
            {
                agreeing.Add(condition.Kind);
            }
        }

        return (met, differing.Any(k => !agreeing.Contains(k)));
    }

    // "Hotter than 55 °C" is met by what holds above 55 °C.
    private static BoundSide BoundOf(QuestionAnalysis question, Quantity asked) =>
        BoundLexicon.Default.FindBefore(question.Words, asked.Index)?.Phrase is { IsStrict: true } phrase ? phrase.Side : BoundSide.Within;
}
