using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant.Evaluation.Scoring;

/// <summary>Scores one answer against its case.</summary>
internal static class CaseScorer
{
    // The contract of an evaluation case: an answer must say the value early.
    private const int FirstFacts = 4;
    private const int FirstFactsOfComparison = 20;
    private const int FirstCitations = 4;

    /// <summary>Scores an answer.</summary>
    /// <param name="asked">The case.</param>
    /// <param name="reply">Its answer.</param>
    /// <param name="gold">The sheet that states the answer, as the index holds it; null where the index has none.</param>
    public static CaseResult Score(EvaluationCase asked, AnsweredQuestion reply, SpecSheet? gold)
    {
        Answer answer = reply.Answer;
        bool right = IsRight(asked, answer);
        return new CaseResult
        {
            Case = asked,
            Reply = reply,
            Right = right,
            SaysValueInText = answer.Status == AnswerStatus.Answered && asked.Values.Any(value => SpokenText.Says(answer.Text, value)),
            Shortfall = right ? Shortfall.None : Explain(asked, reply, gold),
            DocumentRank = Rank(reply.Trace.Retrieved, entry => entry.Document, asked.Document),
            PageRank = Rank(reply.Trace.Retrieved, entry => $"{entry.Document}#{entry.Page}", $"{asked.Document}#{asked.Page}"),
            CitesPage = answer.Citations.Take(FirstCitations)
                .Any(citation => SameDocument(citation.Document, asked.Document) && citation.Page == asked.Page),
        };
    }

    private static bool IsRight(EvaluationCase asked, Answer answer)
    {
        if (!asked.Answerable)
        {
            return answer.Status is AnswerStatus.NotFound or AnswerStatus.Refused;
        }

        return asked.ExpectsClarification
            ? answer.Status == AnswerStatus.Clarify && asked.Values.All(value => Offers(answer.Choices, value))
            : answer.Status == AnswerStatus.Answered && asked.Values.Any(value => SaysValue(asked, answer, value));
    }

    private static bool Offers(ImmutableArray<string> choices, string wanted) =>
        choices.Any(choice => SpokenText.Fold(choice) == SpokenText.Fold(wanted) || SpokenText.Says(choice, wanted));

    private static bool SaysValue(EvaluationCase asked, Answer answer, string value)
    {
        int facts = asked.Kind == "comparison" ? FirstFactsOfComparison : FirstFacts;
        return SpokenText.Says(answer.Text, value)
            || answer.Facts.Take(facts).Any(fact => SpokenText.Says(Spoken(fact), value));
    }

    private static string Spoken(AnswerFact fact) => $"{fact.Product} | {fact.Value} {fact.Unit}";

    private static Shortfall Explain(EvaluationCase asked, AnsweredQuestion reply, SpecSheet? gold)
    {
        if (!asked.Answerable)
        {
            return Shortfall.AnsweredUnanswerable;
        }

        if (asked.ExpectsClarification)
        {
            return Shortfall.NotClarified;
        }

        bool Carries(Fact fact) => fact.Page == asked.Page
            && asked.Values.Any(value => SpokenText.Says($"{fact.Value} {fact.Unit} | {fact.Product} | {fact.Attribute} | {fact.Condition}", value));
        bool Tells(Passage passage) => passage.Page == asked.Page
            && asked.Values.Any(value => SpokenText.Says(passage.Text, value));

        if (gold is null || (!gold.Facts.Any(Carries) && !gold.Passages.Any(Tells)))
        {
            return Shortfall.NotRead;
        }

        if (gold.Facts.Where(Carries).All(fact => fact.Doubt is not null) && !gold.Passages.Any(Tells))
        {
            return Shortfall.ReadAsDoubtful;
        }

        bool retrieved = reply.Trace.Retrieved.Any(scored => SameDocument(scored.Entry.Document, asked.Document)
            && (scored.Entry.Fact is { } fact ? Carries(fact) : Tells(scored.Entry.Passage!)));
        return (retrieved, reply.Answer.Status) switch
        {
            (false, _) => Shortfall.NotRetrieved,
            (_, AnswerStatus.Clarify) => Shortfall.AskedBack,
            (_, AnswerStatus.Answered) => Shortfall.WrongFactChosen,
            _ => Shortfall.Refused,
        };
    }

    private static int Rank(ImmutableArray<ScoredEntry> retrieved, Func<IndexEntry, string> key, string? wanted)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ScoredEntry scored in retrieved)
        {
            string found = key(scored.Entry);
            if (seen.Add(found) && string.Equals(found, wanted, StringComparison.OrdinalIgnoreCase))
            {
                return seen.Count;
            }
        }

        return 0;
    }

    private static bool SameDocument(string document, string? wanted) =>
        string.Equals(document, wanted, StringComparison.OrdinalIgnoreCase);
}
