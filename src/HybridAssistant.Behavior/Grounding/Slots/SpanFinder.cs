using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Quantities;

namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>
/// Finds what generated text may repeat outside slots: quantities of a quoted passage, the product's code as the customer typed
/// it, and a condition of the customer that the chosen line states too. Never a quantity where a value would stand: "Is it
/// 25 bar?" licenses no "It is 25 bar".
/// </summary>
internal static partial class SpanFinder
{
    private const int MaxSpans = 32;
    private const int MaxSpanLength = 40;

    private static readonly FrozenSet<string> Openers = new[] { "at", "with", "for" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The quantities that a quoted passage prints, each with its unit.</summary>
    public static IEnumerable<LicensedSpan> OfPassage(string passage) =>
        QuantityFinder.Default.FindQuantities(passage).Select(q => new LicensedSpan(q.Text, ""))
            .Where(s => IsWholeRun(passage, s.Text)).Where(Fits).DistinctBy(s => s.Text).Take(MaxSpans);

    /// <summary>What the customer typed and the evidence confirms.</summary>
    public static IEnumerable<LicensedSpan> OfQuestion(Question question, Decision decision)
    {
        string[] products = [.. decision.Evidence.Select(e => e.Fact?.Product is { Length: > 0 } p ? p : decision.Subject).Distinct(StringComparer.Ordinal)];
        string text = question.Message;
        if (products.Length == 1 && products[0].Length > 0)
        {
            string product = CodeNormalizer.Normalize(products[0]);
            foreach (CodeMention code in CodeFinder.Default.Find(text).Where(c => c.Normalized == product))
            {
                yield return new LicensedSpan(code.Text, "");
            }
        }

        foreach (QuantityMention quantity in QuantityFinder.Default.FindQuantities(text))
        {
            string before = WordBefore().Match(text[..quantity.Start]).Groups[1].Value;
            var span = new LicensedSpan(quantity.Text, before.ToLowerInvariant());
            if (Openers.Contains(before) && Fits(span) && decision.Evidence.All(e => States(e, quantity.Text)))
            {
                yield return span;
            }
        }
    }

    private static bool States(Evidence evidence, string quantity) =>
        IsWholeRun(evidence.Fact is { } fact ? $"{fact.Condition}\n{fact.Attribute}" : evidence.Quote, quantity);

    // "80 °C" is no part of "180 °C"; blanks within do not matter.
    private static bool IsWholeRun(string text, string span)
    {
        string spaced = string.Join(@"\s*", span.Where(c => !char.IsWhiteSpace(c)).Select(c => Regex.Escape(c.ToString())));
        return Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{N}}.,\-–−]){spaced}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static bool Fits(LicensedSpan span) =>
        span.Text.Length is > 0 and <= MaxSpanLength && span.Text.All(c => c is >= ' ' and not ('"' or '\\' or '{' or '}') && !char.IsControl(c));

    [GeneratedRegex(@"(\w+)\s+$")]
    private static partial Regex WordBefore();
}
