using System.Text.RegularExpressions;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Verification;

/// <summary>
/// What an answer may take over from the customer: a code; in an answer only that of the product that is answered about, as
/// another's would claim the values for it. A quantity of the customer is a value nobody printed.
/// </summary>
internal static partial class AskedSpans
{
    /// <summary>The spans as typed.</summary>
    public static IEnumerable<string> Of(Question question, Decision decision)
    {
        IEnumerable<string> turns = question.History.Where(t => t.Role == ChatRole.User).Select(t => t.Content).Append(question.Message);
        if (decision.Status != AnswerStatus.Answered)
        {
            return turns.SelectMany(t => Runs().Matches(t).Select(m => m.Value.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"')));
        }

        string[] products = [.. decision.Evidence.Select(e => e.Fact?.Product ?? "").Append(decision.Subject).Where(p => p.Length > 0)
            .Select(p => CodeNormalizer.Normalize(p)).Distinct(StringComparer.Ordinal)];
        return products.Length != 1 ? []
            : turns.SelectMany(t => CodeFinder.Default.Find(t)).Where(c => c.Normalized == products[0]).Select(c => c.Text);
    }

    [GeneratedRegex(@"\S*\p{N}\S*")]
    private static partial Regex Runs();
}
