using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.SemanticKernel;

/// <summary>A printed fact as a function returns it; what the sheet does not state is null and left out.</summary>
/// <param name="Product">Model; null: it holds for all of the sheet.</param>
/// <param name="Attribute">Label.</param>
/// <param name="Condition">What qualifies it.</param>
/// <param name="Value">Exactly as printed.</param>
/// <param name="Unit">As printed.</param>
/// <param name="Document">File name of the sheet.</param>
/// <param name="Page">Page, counted from 1.</param>
internal sealed record ToolFact(string? Product, string? Attribute, string? Condition, string Value, string? Unit, string Document, int Page)
{
    /// <summary>A fact of the index.</summary>
    public static ToolFact Of(Fact fact) => new(
        OrNull(fact.Product), OrNull(fact.Attribute), OrNull(fact.Condition), fact.Value, OrNull(fact.Unit), fact.Document, fact.Page);

    /// <summary>A fact of an answer with its citation.</summary>
    public static ToolFact Of(AnswerFact fact, Citation citation) => new(
        fact.Product, fact.Attribute, fact.Condition, fact.Value, fact.Unit, citation.Document, citation.Page);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
