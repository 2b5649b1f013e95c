using System.Collections.Immutable;

namespace HybridAssistant.Core.Questions;

/// <summary>What the customer asks, with the turns before it.</summary>
public sealed record Question
{
    /// <summary>The message as typed.</summary>
    public required string Message { get; init; }

    /// <summary>Earlier turns, oldest first, at most 20.</summary>
    public ImmutableArray<ChatTurn> History { get; init; } = [];

    /// <summary>Correlates requests; carries no memory.</summary>
    public string? ConversationId { get; init; }

    /// <summary>
    /// Restricts the answer to the sheets that state a product or print its code, and asks of that product what names none; null: no
    /// restriction.
    /// </summary>
    public string? ProductFilter { get; init; }

    /// <summary>Restricts the answer to one document (file name); null: no restriction.</summary>
    public string? DocumentFilter { get; init; }
}
