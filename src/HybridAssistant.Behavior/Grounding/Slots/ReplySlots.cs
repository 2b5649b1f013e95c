using System.Collections.Immutable;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Grounding.Slots;

/// <summary>What one reply may and must say, as slots.</summary>
public sealed record ReplySlots
{
    /// <summary>Most slots, and most spans, of a reply: its state keeps them as bits.</summary>
    public const int MaxSlots = 64;

    /// <summary>The status, which is forced.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>The slots that exist, at most <see cref="MaxSlots"/>.</summary>
    public required ImmutableArray<Slot> Slots { get; init; }

    /// <summary>What has to be said exactly once, in order of preference. Empty where code appends a list.</summary>
    public ImmutableArray<SlotStatement> Statements { get; init; } = [];

    /// <summary>Index of the verdict, which opens the reply; -1 where there is none.</summary>
    public int Verdict { get; init; } = -1;

    /// <summary>Index of the choices, which have to be said once; -1 where there are none.</summary>
    public int Options { get; init; } = -1;

    /// <summary>Index of the condition that all statements share; -1 where there is none.</summary>
    public int Condition { get; init; } = -1;

    /// <summary>
    /// Products and attributes that have to be named before a value of theirs: each product, or the sheet that stands for it, and
    /// labels that may be what was asked for, such as part numbers. Of a list its one label.
    /// </summary>
    public ImmutableArray<int> Named { get; init; } = [];

    /// <summary>Text that code appends behind the reply: the list of more than four facts; empty for most.</summary>
    public string Appendix { get; init; } = "";

    /// <summary>Spans outside slots that may hold digits: as printed in a quoted passage, or as the customer typed them.</summary>
    public ImmutableArray<LicensedSpan> Spans { get; init; } = [];

    /// <summary>Whether statements are about several products, so that each has to be named.</summary>
    public bool HasSeveralProducts => Statements.Select(s => s.Product).Distinct().Count() > 1;

    /// <summary>Whether statements are about several attributes, so that each has to be named.</summary>
    public bool HasSeveralAttributes => Statements.Select(s => s.Attribute).Distinct().Count() > 1;
}
