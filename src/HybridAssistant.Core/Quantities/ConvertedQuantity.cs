namespace HybridAssistant.Core.Quantities;

/// <summary>A printed value converted to another unit.</summary>
/// <param name="Value">The printed value with each number converted and rounded ("14 ~ 140").</param>
/// <param name="Unit">Canonical name of the unit it is in.</param>
public sealed record ConvertedQuantity(string Value, string Unit);
