namespace HybridAssistant.Core.Answers;

/// <summary>A fact as the response carries it.</summary>
/// <param name="Product">Model; null: it holds for all of the sheet.</param>
/// <param name="Section">Heading above it.</param>
/// <param name="Attribute">Label.</param>
/// <param name="Condition">What qualifies it.</param>
/// <param name="Value">Exactly as printed, without its unit where that is printed apart.</param>
/// <param name="Unit">As printed.</param>
/// <param name="Citation">Id of the citation, counted from 1.</param>
public sealed record AnswerFact(
    string? Product, string? Section, string? Attribute, string? Condition, string Value, string? Unit, int Citation);
