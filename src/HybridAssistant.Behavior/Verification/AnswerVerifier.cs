using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Verification;

/// <summary>
/// Step 6: checks a finished text, whoever wrote it: every digit-bearing run is printed in the chosen evidence, typed by the
/// customer, or a listed conversion. It shares no code with what writes texts.
/// </summary>
public sealed class AnswerVerifier
{
    /// <summary>The runs that nothing licenses; empty where the text may be said.</summary>
    public ImmutableArray<string> FindUngrounded(string text, Decision decision, Question question)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(question);
        HashSet<string> licensed = new(StringComparer.Ordinal);
        foreach (string source in Sources(decision, question))
        {
            licensed.UnionWith(DigitRuns.Of(source));
        }

        return [.. DigitRuns.Of(text).Where(run => !licensed.Contains(run)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Sources(Decision decision, Question question)
    {
        yield return question.Message;
        foreach (ChatTurn turn in question.History.Where(t => t.Role == ChatRole.User))
        {
            yield return turn.Content;
        }

        foreach (Evidence evidence in decision.Evidence.Concat(decision.ChoiceSources))
        {
            yield return evidence.Title;
            yield return evidence.Quote;
            if (evidence.Fact is { } fact)
            {
                yield return $"{fact.Product}\n{fact.Section}\n{fact.Attribute}\n{fact.Condition}\n{fact.Value}\n{fact.Unit}";
                yield return fact.Value + fact.Unit;
            }
        }

        foreach (DerivedQuantity derived in decision.Derived)
        {
            yield return $"{derived.Value} {derived.Unit}";
        }

        // Choices and the subject are names of products as the cited sheets print them.
        foreach (string choice in decision.Choices.Append(decision.Subject))
        {
            yield return choice;
        }
    }
}
