using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Evaluation.Scoring;

/// <summary>
/// Finds what an answer says without a source: each digit-bearing run must be printed in a cited sheet, typed in the
/// question or an earlier turn of the customer, or listed as derived. Written apart from the verifier that it checks.
/// </summary>
internal static partial class GroundingChecker
{
    /// <summary>The digit-bearing runs of the answer, its facts and its choices that have no source.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="question">The question that it answers.</param>
    /// <param name="cited">The cited sheets as the index holds them.</param>
    public static ImmutableArray<string> FindUngrounded(Answer answer, Question question, IEnumerable<SpecSheet> cited)
    {
        string printed = string.Concat(Sources(answer, question, cited).Select(Chunks));
        return
        [
            .. Said(answer).SelectMany(DigitRuns).Distinct(StringComparer.Ordinal)
                .Where(run => !printed.Contains(Chunks(run), StringComparison.Ordinal))
        ];
    }

    private static IEnumerable<string> Said(Answer answer)
    {
        yield return answer.Text;
        foreach (AnswerFact fact in answer.Facts)
        {
            yield return $"{fact.Product} {fact.Value} {fact.Unit}";
        }

        foreach (string choice in answer.Choices)
        {
            yield return choice;
        }
    }

    private static IEnumerable<string> Sources(Answer answer, Question question, IEnumerable<SpecSheet> cited)
    {
        yield return question.Message;
        foreach (ChatTurn turn in question.History.Where(turn => turn.Role == ChatRole.User))
        {
            yield return turn.Content;
        }

        foreach (DerivedQuantity derived in answer.Derived)
        {
            yield return $"{derived.Value} {derived.Unit}";
        }

        foreach (SpecSheet sheet in cited)
        {
            foreach (string printed in Printed(sheet))
            {
                yield return printed;
            }
        }
    }

    private static IEnumerable<string> Printed(SpecSheet sheet)
    {
        yield return $"{sheet.Title} {sheet.Revision}";
        foreach (ProductName product in sheet.Products)
        {
            yield return $"{product.Name} {string.Join(' ', product.Aliases)}";
        }

        foreach (Fact fact in sheet.Facts)
        {
            yield return $"{fact.Product} {fact.Section} {fact.Attribute} {fact.Condition} {fact.Value} {fact.Unit}";

            // "Peak pressure p3²⁾" is the pressure p3 with a footnote.
            yield return FootnoteMark().Replace(fact.Attribute, "");
        }

        foreach (Passage passage in sheet.Passages)
        {
            yield return $"{passage.Section} {passage.Text}";
        }

        foreach (ProductCode code in sheet.Codes)
        {
            yield return code.Printed;
        }
    }

    [GeneratedRegex("[⁰¹²³⁴⁵⁶⁷⁸⁹]+[⁾)]")]
    private static partial Regex FootnoteMark();

    /// <summary>Runs between blanks that hold a digit, without the punctuation around them.</summary>
    private static IEnumerable<string> DigitRuns(string text)
    {
        foreach (string run in text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string bare = run.Trim('.', ',', ';', ':', '(', ')', '[', ']', '"', '\'', '?', '!', '“', '”');
            if (bare.Any(char.IsDigit))
            {
                yield return bare;
            }
        }
    }

    /// <summary>
    /// Words and numbers of a text, cut where letters meet digits and fenced by bars, so that "KX-200" is found in
    /// "KX200" and "16 bar" in "16bar", but "KX-20" never in "KX-200" nor "6" in "16".
    /// </summary>
    private static string Chunks(string text)
    {
        var chunks = new StringBuilder("|");
        string folded = text.Normalize(NormalizationForm.FormKC);
        for (int i = 0; i < folded.Length; i++)
        {
            char c = folded[i];
            bool inNumber = c is '.' or ',' && i > 0 && i + 1 < folded.Length
                && char.IsDigit(folded[i - 1]) && char.IsDigit(folded[i + 1]);
            if (char.IsLetterOrDigit(c) || inNumber)
            {
                bool turns = chunks[^1] != '|' && char.IsLetter(c) != char.IsLetter(chunks[^1]);
                chunks.Append(turns ? "|" : "").Append(char.ToUpperInvariant(c));
            }
            else if (chunks[^1] != '|')
            {
                chunks.Append('|');
            }
        }

        return chunks.Append(chunks[^1] == '|' ? "" : "|").ToString();
    }
}
