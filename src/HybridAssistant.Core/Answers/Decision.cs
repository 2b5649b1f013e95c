using System.Collections.Immutable;

namespace HybridAssistant.Core.Answers;

/// <summary>
/// What steps 1 to 4 of the answer pipeline decided: final in status, facts and citations. Wording it is all that is left.
/// </summary>
public sealed record Decision
{
    /// <summary>The outcome.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>The chosen evidence, best first; empty unless answered.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>
    /// The one product of the question, as its sheet prints it, where the evidence holds for all of that sheet; empty otherwise.
    /// </summary>
    public string Subject { get; init; } = "";

    /// <summary>What to choose from, when <see cref="Status"/> is <see cref="AnswerStatus.Clarify"/>.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Where the choices are printed, when asking back.</summary>
    public ImmutableArray<Evidence> ChoiceSources { get; init; } = [];

    /// <summary>Conversions that the question asked for.</summary>
    public ImmutableArray<DerivedQuantity> Derived { get; init; } = [];

    /// <summary>The form of the question, which the wording follows.</summary>
    public AnswerForm Form { get; init; }

    /// <summary>The verdict of a yes/no, ordering or threshold question; null where none was asked.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>True where more facts fit than the answer may carry.</summary>
    public bool HasMore { get; init; }

    /// <summary>True where the question named no product and all of them agree.</summary>
    public bool HoldsForAll { get; init; }

    /// <summary>Why the question is not answered, for the wording of a refusal.</summary>
    public NoAnswerReason Reason { get; init; }

    /// <summary>Calibrated probability that the chosen evidence states what was asked, 0 to 1.</summary>
    public required double Confidence { get; init; }
}
