namespace HybridAssistant.Core.Quantities;

/// <summary>One value of a cell, taken apart as facts carry it.</summary>
/// <param name="Value">As printed, without its unit where that is separable.</param>
/// <param name="Unit">As printed; empty where there is none, or where it is printed inside the value.</param>
/// <param name="Condition">What the cell prints behind the value to qualify it ("at 25 °C"); empty where nothing.</param>
/// <param name="Start">Index of the value's first character in the cell.</param>
/// <param name="End">Index behind the last character of value and unit in the cell.</param>
public sealed record PrintedQuantity(string Value, string Unit, string Condition, int Start, int End);
