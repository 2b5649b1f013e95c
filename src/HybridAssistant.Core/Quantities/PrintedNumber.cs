namespace HybridAssistant.Core.Quantities;

/// <summary>A number as printed in a folded text.</summary>
/// <param name="Value">What it is worth.</param>
/// <param name="Start">Index of its first character, its sign included.</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="SignificantDigits">Digits from the first that is not 0, at least 1.</param>
/// <param name="Decimals">Digits behind the decimal mark.</param>
internal readonly record struct PrintedNumber(double Value, int Start, int End, int SignificantDigits, int Decimals);
