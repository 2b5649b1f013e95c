using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Evaluation.Cases;
using HybridAssistant.Evaluation.Scoring;

namespace HybridAssistant.Evaluation.Fitting;

/// <summary>Turns scored cases into labelled choices among facts and among sentences.</summary>
public static class ChoiceLabeller
{
    // Candidates behind these say nothing more: the best 200 of some 500.
    private const int MaxCandidates = 200;

    /// <summary>Choices among facts; where only a sentence states the answer, "none" is right.</summary>
    public static ImmutableArray<LabelledChoice> Facts(IEnumerable<CaseResult> results) =>
        [.. results.Where(IsChoice).Where(r => !r.Case.Answerable || StatesFact(r) || StatesSentence(r)).Select(FactsOf)];

    /// <summary>Choices among sentences; where only a fact states the answer, "none" is right.</summary>
    public static ImmutableArray<LabelledChoice> Sentences(IEnumerable<CaseResult> results) =>
        [.. results.Where(IsChoice).Where(r => !r.Case.Answerable || StatesFact(r) || StatesSentence(r)).Select(SentencesOf)];

    private static LabelledChoice FactsOf(CaseResult result) => Label(
        result.Case,
        [.. result.Reply.Trace.Selection.Facts.Select(f => (f.Features.ToArray(), States(result.Case, f.Entry.Fact!)))]);

    private static LabelledChoice SentencesOf(CaseResult result) => Label(
        result.Case,
        [.. result.Reply.Trace.Selection.Sentences.Select(s => (s.Features.ToArray(), States(result.Case, s.Entry.Passage!)))]);

    private static bool StatesFact(CaseResult result) =>
        result.Reply.Trace.Selection.Facts.Any(f => States(result.Case, f.Entry.Fact!));

    private static bool StatesSentence(CaseResult result) =>
        result.Reply.Trace.Selection.Sentences.Any(s => States(result.Case, s.Entry.Passage!));

    // Cases that expect a question back or compare products are decided otherwise.
    private static bool IsChoice(CaseResult result) => !result.Case.ExpectsClarification && result.Case.Kind != "comparison";

    private static LabelledChoice Label(EvaluationCase asked, IReadOnlyList<(double[] Features, bool Right)> candidates)
    {
        (double[] Features, bool Right)[] kept = [.. candidates.Take(MaxCandidates), .. candidates.Skip(MaxCandidates).Where(c => c.Right)];
        return new LabelledChoice(asked.Id, asked.File, [.. kept.Select(c => c.Features)], [.. kept.Select(c => c.Right)]);
    }

    private static bool States(EvaluationCase asked, Fact fact) =>
        asked.Answerable && fact.Document == asked.Document && fact.Page == asked.Page
        && asked.Values.Any(value => SpokenText.Says($"{fact.Value} {fact.Unit}", value));

    private static bool States(EvaluationCase asked, Passage passage) =>
        asked.Answerable && passage.Document == asked.Document && passage.Page == asked.Page
        && asked.Values.Any(value => SpokenText.Says(passage.Text, value));
}
