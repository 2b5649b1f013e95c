using System.Collections.Immutable;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Contract;

/// <summary>An answer under the names of the public contract; `answer.schema.json` describes it.</summary>
public sealed record ChatResponse(
    string Id,
    string? ConversationId,
    AnswerStatus Status,
    string Answer,
    ImmutableArray<AnswerFact> Facts,
    ImmutableArray<DerivedQuantity> Derived,
    ImmutableArray<string> Choices,
    ImmutableArray<Citation> Citations,
    double Confidence,
    Served Served,
    Timings Timings,
    string? Signature)
{
    /// <summary>The response of an answer, not signed.</summary>
    public static ChatResponse Of(Answer answer) => new(
        answer.Id,
        answer.ConversationId,
        answer.Status,
        answer.Text,
        answer.Facts,
        answer.Derived,
        answer.Choices,
        answer.Citations,
        answer.Confidence,
        answer.Served,
        answer.Timings,
        Signature: null);
}
