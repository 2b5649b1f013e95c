using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Retrieval;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant.Answering;

/// <summary>Keeps how an answer came about.</summary>
internal static class TraceBuilder
{
    private const int MaxCandidates = 50;

    /// <summary>The trace of one question.</summary>
    public static AnswerTrace Build(RetrievalResult retrieved, FactSelection selection, Decision decision)
    {
        HashSet<string> chosen = [.. decision.Evidence.Where(e => e.Fact is not null).Select(e => e.Fact!.Id)];
        return new AnswerTrace
        {
            Retrieved = retrieved.Ranked,
            Candidates =
            [
                .. selection.Facts.Take(MaxCandidates)
                    .Select(f => new CandidateTrace(f.Entry, f.Score, chosen.Contains(f.Entry.Id), f.Features.ToString())),
            ],
            Decision = decision,
        };
    }
}
