using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Answering;

/// <summary>Keeps how an answer came about.</summary>
internal static class TraceBuilder
{
    private const int MaxCandidates = 50;
    private const int MaxSentences = 10;
    private const int NearFacts = 10;

    /// <summary>The trace of a message.</summary>
    /// <param name="findings">What was found for each of its questions, at least one.</param>
    /// <param name="decision">What the response carries.</param>
    /// <param name="takeover">Why the composer took over from a model; null where it did not.</param>
    public static AnswerTrace Build(ImmutableArray<Finding> findings, Decision decision, string? takeover)
    {
        HashSet<string> chosen = [.. decision.Evidence.Select(e => e.Fact?.Id ?? e.Passage!.Id)];
        return new AnswerTrace
        {
            Retrieved = [.. findings.SelectMany(f => Rank(f.Retrieved, f.Selection)).DistinctBy(e => e.Entry.Id, StringComparer.Ordinal)],
            Candidates = [.. findings.SelectMany(f => Candidates(f.Selection, chosen))],
            Question = findings[0].Question,
            Selection = findings[0].Selection,
            Decision = decision,
            Takeover = takeover,
        };
    }

    private static IEnumerable<CandidateTrace> Candidates(FactSelection selection, HashSet<string> chosen) =>
    [
        .. selection.Facts.Take(MaxCandidates)
            .Select(f => new CandidateTrace(f.Entry, f.Score, chosen.Contains(f.Entry.Id), f.Features.ToString())),
        .. selection.Sentences.Take(MaxSentences)
            .Select(s => new CandidateTrace(s.Entry, s.Score, chosen.Contains(s.Entry.Id), s.Features.ToString())),
    ];

    // Facts that the selector finds near come first, in its order; then the rest as the searches ranked it.
    private static ImmutableArray<ScoredEntry> Rank(RetrievalResult retrieved, FactSelection selection)
    {
        IEnumerable<ScoredEntry> near = selection.Facts.Take(NearFacts).Select(f => new ScoredEntry(f.Entry, f.Score));
        return [.. near.Concat(retrieved.Ranked).DistinctBy(e => e.Entry.Id, StringComparer.Ordinal)];
    }
}
