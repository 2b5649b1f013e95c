using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Behavior.Composing;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Verification;

/// <summary>Takes the sentences out of a text that break a rule, and says what is then missing by the composer's words.</summary>
internal static partial class AnswerRepair
{
    /// <summary>The repaired text; it has to be verified again.</summary>
    /// <param name="text">A model's text.</param>
    /// <param name="faults">What is wrong with it.</param>
    /// <param name="composed">The composer's wording of the same decision.</param>
    /// <param name="decision">What was decided.</param>
    public static string Repair(string text, ImmutableArray<VerificationFault> faults, string composed, Decision decision)
    {
        var kept = new List<string>();
        int start = 0;
        foreach (int end in SentenceEnds().Matches(text).Select(m => m.Index + m.Length).Append(text.Length))
        {
            if (end > start && !faults.Any(f => f.Start >= start && f.Start < end))
            {
                kept.Add(text[start..end].Trim());
            }

            start = end;
        }

        bool lacks = faults.Any(f => f.Kind is VerificationFaultKind.MissingValue or VerificationFaultKind.MissingVerdict or VerificationFaultKind.Misattributed);
        if (lacks)
        {
            kept.RemoveAll(sentence => decision.Evidence.Any(e => MayContradict(sentence, e)));
        }

        return string.Join(' ', lacks || kept.Count == 0 ? kept.Prepend(composed) : kept).Trim();
    }

    // Where a value is missing, a sentence about it says another: "The housing is plastic" has no digit to be found by.
    private static bool MayContradict(string sentence, Evidence evidence) => evidence.Fact is not { } fact
        || !fact.Value.Any(char.IsDigit)
        || sentence.Contains(SpokenLabel.Of(fact, evidence.Title).Head, StringComparison.OrdinalIgnoreCase)
        || sentence.Contains(fact.Attribute, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[.!?]\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnds();
}
