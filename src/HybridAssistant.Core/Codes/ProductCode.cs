namespace HybridAssistant.Core.Codes;

/// <summary>A part number, model name or ordering code that a sheet prints.</summary>
/// <param name="Printed">As printed.</param>
/// <param name="Normalized">As <see cref="CodeNormalizer.Normalize"/> folds it; the key of the code lane.</param>
/// <param name="Page">Page of its first appearance, counted from 1.</param>
/// <param name="Product">The model that the code belongs to, as facts carry it; empty: the whole sheet.</param>
public sealed record ProductCode(string Printed, string Normalized, int Page, string Product);
