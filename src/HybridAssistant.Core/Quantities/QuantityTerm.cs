namespace HybridAssistant.Core.Quantities;

/// <summary>One number of an expression with what stands beside it.</summary>
/// <param name="Link">How it hangs on the term before.</param>
/// <param name="Comparator">What its words or signs make of it.</param>
/// <param name="Number">The number.</param>
/// <param name="Unit">The unit directly behind it; null where there is none.</param>
/// <param name="Start">Index of its first character, comparator included.</param>
/// <param name="UnitStart">Index of the unit's first character; the end where there is no unit.</param>
/// <param name="UnitEnd">Index behind the unit.</param>
/// <param name="End">Index behind its last character, unit and trailing comparator included.</param>
internal sealed record QuantityTerm(
    TermLink Link,
    Comparator Comparator,
    PrintedNumber Number,
    UnitDefinition? Unit,
    int Start,
    int UnitStart,
    int UnitEnd,
    int End)
{
    /// <summary>"±5": the number is both bounds.</summary>
    public bool IsPlusMinus { get; init; }

    /// <summary>The spelling of the unit is also an ordinary word or letter.</summary>
    public bool UnitIsOrdinaryWord { get; init; }
}
