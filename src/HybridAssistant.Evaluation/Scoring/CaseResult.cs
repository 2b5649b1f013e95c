using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Evaluation.Cases;

namespace HybridAssistant.Evaluation.Scoring;

/// <summary>One case, its answer, and how it scored.</summary>
public sealed record CaseResult
{
    /// <summary>The case.</summary>
    public required EvaluationCase Case { get; init; }

    /// <summary>The answer and how it came about.</summary>
    public required AnsweredQuestion Reply { get; init; }

    /// <summary>Whether the right thing happened: the value said, refused, or asked back.</summary>
    public required bool Right { get; init; }

    /// <summary>Whether the text alone says an accepted value, without the facts beside it.</summary>
    public bool SaysValueInText { get; init; }

    /// <summary>Why it did not.</summary>
    public Shortfall Shortfall { get; init; }

    /// <summary>Rank of the document among the distinct documents retrieved, from 1; 0: not retrieved.</summary>
    public int DocumentRank { get; init; }

    /// <summary>Rank of the page among the distinct pages retrieved, from 1; 0: not retrieved.</summary>
    public int PageRank { get; init; }

    /// <summary>Whether the gold page is among the first four citations.</summary>
    public bool CitesPage { get; init; }

    /// <summary>Numbers and codes said that are printed nowhere they may come from.</summary>
    public ImmutableArray<string> Ungrounded { get; init; } = [];

    /// <summary>What is wrong with the response as JSON; null: valid.</summary>
    public string? JsonError { get; init; }

    /// <summary>Wall time of the whole answer in milliseconds.</summary>
    public double Milliseconds { get; init; }

    /// <summary>Whether the reply gave no answer: not found or refused.</summary>
    public bool Declined => Reply.Answer.Status is AnswerStatus.NotFound or AnswerStatus.Refused;

    /// <summary>Whether the reply claims an answer.</summary>
    public bool Answered => Reply.Answer.Status == AnswerStatus.Answered;

    /// <summary>Whether the case asks for a value: answerable, and no clarification expected.</summary>
    public bool AsksForValue => Case is { Answerable: true, ExpectsClarification: false };
}
