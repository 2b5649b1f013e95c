namespace HybridAssistant.Knowledge.Questions;

/// <summary>A number with its unit in a question or in a sheet's line.</summary>
/// <param name="Value">The number.</param>
/// <param name="Kind">Quantity kind; empty for a bare number.</param>
/// <param name="Unit">Canonical unit; empty for a bare number.</param>
/// <param name="Index">Index of the number among the words.</param>
/// <param name="WordCount">Number and unit, in words.</param>
internal readonly record struct Quantity(double Value, string Kind, string Unit, int Index, int WordCount);
