using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Selection;

namespace HybridAssistant;

/// <summary>How an answer came about: what `hybrid search` shows and the evaluation measures.</summary>
public sealed record AnswerTrace
{
    /// <summary>What retrieval brought, best first: the facts that the selector finds nearest, then what the searches ranked.</summary>
    public ImmutableArray<ScoredEntry> Retrieved { get; init; } = [];

    /// <summary>The candidates as the selector scored them, best first.</summary>
    public ImmutableArray<CandidateTrace> Candidates { get; init; } = [];

    /// <summary>What the first question of the message was understood to ask; null where the trace was not made by the pipeline.</summary>
    public QuestionAnalysis? Question { get; init; }

    /// <summary>All facts and sentences as they were scored for it.</summary>
    public FactSelection Selection { get; init; } = new([], 0);

    /// <summary>Why the composer took over from a model; null where none was asked, or none failed.</summary>
    public string? Takeover { get; init; }

    /// <summary>What was decided; the wording followed it.</summary>
    public required Decision Decision { get; init; }
}
