using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HybridAssistant.Behavior.Grounding.Words;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;

namespace HybridAssistant.Behavior.Verification;

/// <summary>
/// The rules of grounded decoding once more, on a finished text of any model: the slots are gone, so what is printed is found
/// again in the text, and everything else must be digit-free prose that neither counts, denies nor compares. Shares word lists
/// with the masks, and no code.
/// </summary>
public sealed partial class WordingVerifier
{
    /// <summary>What is wrong with a text; empty where it may be said.</summary>
    public ImmutableArray<VerificationFault> Verify(string text, Decision decision, Question question)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(question);
        PrintedCover cover = PrintedCover.Of(text, PrintedPieces.Of(decision, question));
        var faults = ImmutableArray.CreateBuilder<VerificationFault>();
        faults.AddRange(Characters(text, cover));
        faults.AddRange(Words(text, cover, decision));
        if (decision.Status == AnswerStatus.Answered)
        {
            faults.AddRange(AttributionCheck.Find(text, cover, decision));
            faults.AddRange(ConditionCheck.Find(text, cover, decision));
        }

        return [.. faults.OrderBy(f => f.Start)];
    }

    private static IEnumerable<VerificationFault> Characters(string text, PrintedCover cover)
    {
        int runEnd = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (cover.Covers(i))
            {
                continue;
            }

            if (char.IsDigit(c) || char.GetNumericValue(c) >= 0 || char.IsSurrogate(c))
            {
                // One fault a run: one for each digit would take quadratic time for a long run of digits.
                if (i >= runEnd)
                {
                    string run = RunAt(text, i, out runEnd);
                    yield return new VerificationFault(VerificationFaultKind.Ungrounded, run, i);
                }
            }
            else if (!IsPlain(c))
            {
                yield return new VerificationFault(VerificationFaultKind.LookAlike, c.ToString(), i);
            }
        }
    }

    // ASCII but for braces and backslashes, and the punctuation of print.
    private static bool IsPlain(char c) => c is (>= ' ' and <= '~' and not ('{' or '}' or '\\' or '<' or '>' or '=' or '+' or '~' or '^' or '%' or '#'))
        or '\n' or '“' or '”' or '‘' or '’' or '–' or '—' or '…';

    private static string RunAt(string text, int index, out int end)
    {
        int start = index;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        end = index;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    private static IEnumerable<VerificationFault> Words(string text, PrintedCover cover, Decision decision)
    {
        bool isAnswer = decision.Status == AnswerStatus.Answered;
        HashSet<string> printed = PrintedWords(decision);
        string? verdict = decision.Verdict?.ToString();
        if (isAnswer && verdict is not null && !(text.StartsWith(verdict, StringComparison.Ordinal)
            && (text.Length == verdict.Length || text[verdict.Length] is ',' or '.' or ' ' or ';' or ':' or '!')))
        {
            yield return new VerificationFault(VerificationFaultKind.MissingVerdict, verdict, -1);
        }

        foreach (Match match in Word().Matches(text))
        {
            if (cover.Covers(match.Index) || (isAnswer && match.Index == 0 && match.Value == verdict) || IsAskedFor(text, match))
            {
                continue;
            }

            if (FaultOf(match.Value, isAnswer, printed) is { } kind)
            {
                yield return new VerificationFault(kind, match.Value, match.Index);
            }
        }
    }

    // "Which one do you mean?" counts nothing.
    private static bool IsAskedFor(string text, Match word) =>
        word.Value == "one" && text.AsSpan(0, word.Index).EndsWith("which ", StringComparison.OrdinalIgnoreCase);

    private static VerificationFaultKind? FaultOf(string word, bool isAnswer, HashSet<string> printed)
    {
        WordKind kind = ForbiddenWords.Default.KindOf(word);
        return kind.HasFlag(WordKind.Number) ? VerificationFaultKind.NumberWord
            : isAnswer && kind.HasFlag(WordKind.Negation) ? VerificationFaultKind.Negation
            : isAnswer && kind.HasFlag(WordKind.Comparative) && !printed.Contains(word) ? VerificationFaultKind.Comparative
            : isAnswer && word.Length > 1 && word.All(char.IsAsciiLetterUpper) && !printed.Contains(word) ? VerificationFaultKind.Code
            : null;
    }

    // "maximum pressure" is printed where the label is "max. pressure".
    private static HashSet<string> PrintedWords(Decision decision)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Evidence evidence in decision.Evidence)
        {
            string text = evidence.Fact is { } fact
                ? $"{fact.Attribute} {fact.Condition} {fact.Section} {fact.Product} {evidence.Title} {Composing.SpokenLabel.Of(fact, evidence.Title).Head}"
                : $"{evidence.Quote} {evidence.Title}";
            words.UnionWith(Word().Matches(text).Select(m => m.Value));
        }

        return words;
    }

    [GeneratedRegex(@"[A-Za-z]+(?:['’][A-Za-z]+)*")]
    private static partial Regex Word();
}
