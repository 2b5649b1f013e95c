namespace HybridAssistant.Core.Answers;

/// <summary>A conversion that was asked for. The verifier recomputes it.</summary>
/// <param name="Fact">Index of the fact in <see cref="Answer.Facts"/>, from 0.</param>
/// <param name="Value">The converted number, rounded to the significant digits that the printed one supports.</param>
/// <param name="Unit">The unit asked for.</param>
public sealed record DerivedQuantity(int Fact, string Value, string Unit);
