using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace HybridAssistant.Behavior.Verification;

/// <summary>Takes the sentences out of a text that break a rule, and says what is then missing by the composer's words.</summary>
internal static partial class AnswerRepair
{
    /// <summary>The repaired text; it has to be verified again.</summary>
    /// <param name="text">A model's text.</param>
    /// <param name="faults">What is wrong with it.</param>
    /// <param name="composed">The composer's wording of the same decision.</param>
    public static string Repair(string text, ImmutableArray<VerificationFault> faults, string composed)
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
        return string.Join(' ', lacks || kept.Count == 0 ? kept.Prepend(composed) : kept).Trim();
    }

    [GeneratedRegex(@"[.!?]\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnds();
}
