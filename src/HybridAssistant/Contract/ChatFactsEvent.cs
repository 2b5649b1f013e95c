using System.Collections.Immutable;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Contract;

/// <summary>The first event of a streamed response: what was decided, final at once.</summary>
public sealed record ChatFactsEvent(
    string Id,
    string? ConversationId,
    AnswerStatus Status,
    ImmutableArray<AnswerFact> Facts,
    ImmutableArray<DerivedQuantity> Derived,
    ImmutableArray<string> Choices,
    ImmutableArray<Citation> Citations,
    double Confidence);
