namespace HybridAssistant.SemanticKernel;

/// <summary>
/// Limits on what a model may hand to a function. What breaks one is answered with a sentence that the model can act on, since
/// an exception would reach it as "failed".
/// </summary>
public static class ToolInput
{
    /// <summary>Longest query, in characters.</summary>
    public const int MaxQueryLength = 300;

    /// <summary>Longest name of a product, in characters.</summary>
    public const int MaxProductLength = 80;

    /// <summary>Longest attribute, in characters.</summary>
    public const int MaxAttributeLength = 150;

    /// <summary>Most facts of a search.</summary>
    public const int MaxFacts = 20;

    /// <summary>Most products of a comparison.</summary>
    public const int MaxProducts = 8;

    /// <summary>What is wrong with a text; null: nothing.</summary>
    internal static string? Fault(string name, string? text, int maxLength) =>
        string.IsNullOrWhiteSpace(text) ? $"'{name}' is empty; give 1 to {maxLength} characters."
        : text.Length > maxLength ? $"'{name}' has {text.Length} characters; give at most {maxLength}."
        : text.Any(char.IsControl) ? $"'{name}' holds a line break or another control character; give one line."
        : null;

    /// <summary>What is wrong with a number of facts; null: nothing.</summary>
    internal static string? LimitFault(int limit) =>
        limit is < 1 or > MaxFacts ? $"'limit' is {limit}; give 1 to {MaxFacts}." : null;

    /// <summary>What is wrong with a list of products; null: nothing.</summary>
    internal static string? ProductsFault(string[]? products) =>
        products is null or { Length: < 2 or > MaxProducts }
            ? $"'products' has {products?.Length ?? 0} entries; give 2 to {MaxProducts}."
            : products.Select((p, i) => Fault($"products[{i}]", p, MaxProductLength)).FirstOrDefault(f => f is not null);
}
