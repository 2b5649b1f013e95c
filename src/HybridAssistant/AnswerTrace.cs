using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Indexing;

namespace HybridAssistant;

/// <summary>How an answer came about: what `hybrid search` shows and the evaluation measures.</summary>
public sealed record AnswerTrace
{
    /// <summary>What retrieval brought, best first: the facts that the selector finds nearest, then what the searches ranked.</summary>
    public ImmutableArray<ScoredEntry> Retrieved { get; init; } = [];

    /// <summary>The candidates as the selector scored them, best first.</summary>
    public ImmutableArray<CandidateTrace> Candidates { get; init; } = [];

    /// <summary>What was decided; the wording followed it.</summary>
    public required Decision Decision { get; init; }
}
