using System.Collections.Immutable;

namespace HybridAssistant.Core.Answers;

/// <summary>The response of the chat endpoint. Arrays are always present, unknown strings are null.</summary>
public sealed record Answer
{
    /// <summary>Deterministic id of this answer: hash of question and index version.</summary>
    public required string Id { get; init; }

    /// <summary>Echo of the request's conversation id.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The outcome.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>The text for the customer.</summary>
    public required string Text { get; init; }

    /// <summary>Only what was asked, best first, at most 8 (20 for ordering and threshold lists).</summary>
    public required ImmutableArray<AnswerFact> Facts { get; init; }

    /// <summary>Conversions that were asked for.</summary>
    public required ImmutableArray<DerivedQuantity> Derived { get; init; }

    /// <summary>With clarify: what to choose from.</summary>
    public required ImmutableArray<string> Choices { get; init; }

    /// <summary>Where it is printed.</summary>
    public required ImmutableArray<Citation> Citations { get; init; }

    /// <summary>Calibrated confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What served it.</summary>
    public required Served Served { get; init; }

    /// <summary>How long each step took.</summary>
    public required Timings Timings { get; init; }

    /// <summary>
    /// Tokens that language models read and wrote for it, zero where none was asked; null where that is not known, as before the
    /// answer is worded. No field of the response of /v1/chat.
    /// </summary>
    public TokenUsage? Usage { get; init; }
}
