using System.Collections.Immutable;
using System.ComponentModel;
using HybridAssistant.Core.Questions;
using HybridAssistant.Core.Sheets;
using Microsoft.SemanticKernel;

namespace HybridAssistant.SemanticKernel;

/// <summary>
/// The spec sheets as functions of a kernel, for a model that calls tools. Results are facts as printed, each with where it is
/// printed, as one line of JSON; running text of sheets is not among them, so that none can pose as an instruction.
/// </summary>
/// <param name="search">Finds what comes near; whether that answers anything is not told, so nothing is kept of it as a question.</param>
/// <param name="lookUps">Decides what was asked. As with <paramref name="search"/> its wording is not used, so it must not be a model's.</param>
public sealed class SpecSheetsPlugin(IQuestionAnswerer search, IQuestionAnswerer lookUps)
{
    /// <summary>Name of the plugin, and key of the answerer of its look-ups.</summary>
    public const string Name = "spec_sheets";

    /// <summary>Searches the sheets.</summary>
    /// <param name="query">What to look for; at most <see cref="ToolInput.MaxQueryLength"/> characters.</param>
    /// <param name="limit">Most facts, 1 to <see cref="ToolInput.MaxFacts"/>.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    [KernelFunction("search")]
    [Description("Searches the spec sheets of industrial equipment. Returns the printed facts that fit best, best first, as JSON: product, attribute, condition, value, unit, document, page. Fitting is no proof: use look_up_fact to learn one value.")]
    public async Task<string> SearchAsync(
        [Description("What to look for, in English: product names, part numbers, attributes, values. At most 300 characters.")] string query,
        [Description("How many facts to return, 1 to 20.")] int limit = 8,
        CancellationToken cancellationToken = default)
    {
        string? fault = ToolInput.Fault(nameof(query), query, ToolInput.MaxQueryLength) ?? ToolInput.LimitFault(limit);
        if (fault is not null)
        {
            return ToolResult.Refused(fault).ToJson();
        }

        AnsweredQuestion found = await AskAsync(search, query, cancellationToken).ConfigureAwait(false);
        IEnumerable<Fact> facts = found.Trace.Retrieved.Select(r => r.Entry.Fact).OfType<Fact>().Where(f => f.Doubt is null);
        return new ToolResult("found") { Facts = [.. facts.Take(limit).Select(ToolFact.Of)] }.ToJson();
    }

    /// <summary>Looks up one attribute of one product.</summary>
    /// <param name="product">The product; at most <see cref="ToolInput.MaxProductLength"/> characters.</param>
    /// <param name="attribute">The attribute; at most <see cref="ToolInput.MaxAttributeLength"/> characters.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    [KernelFunction("look_up_fact")]
    [Description("Looks up one attribute of one product in the spec sheets. Returns JSON: status 'answered' with the printed facts; 'clarify' with choices where the product is not clear; 'not_found' where no sheet states it. Never give a value that is not in the result.")]
    public async Task<string> LookUpFactAsync(
        [Description("Product name or part number, such as KX-200. At most 80 characters.")] string product,
        [Description("The attribute, with a condition where it matters, such as 'max. working pressure at 120 °C'. At most 150 characters.")] string attribute,
        CancellationToken cancellationToken = default)
    {
        string? fault = ToolInput.Fault(nameof(product), product, ToolInput.MaxProductLength)
            ?? ToolInput.Fault(nameof(attribute), attribute, ToolInput.MaxAttributeLength);
        return (fault is null ? await LookUpAsync(product, attribute, cancellationToken).ConfigureAwait(false) : ToolResult.Refused(fault)).ToJson();
    }

    /// <summary>Looks up one attribute of several products.</summary>
    /// <param name="products">The products, 2 to <see cref="ToolInput.MaxProducts"/>.</param>
    /// <param name="attribute">The attribute; at most <see cref="ToolInput.MaxAttributeLength"/> characters.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    [KernelFunction("compare_products")]
    [Description("Looks up the same attribute of several products. Returns JSON with one result for each product, as look_up_fact gives it.")]
    public async Task<string> CompareProductsAsync(
        [Description("Product names or part numbers, 2 to 8 of them.")] string[] products,
        [Description("The attribute to compare, such as 'weight'. At most 150 characters.")] string attribute,
        CancellationToken cancellationToken = default)
    {
        string? fault = ToolInput.ProductsFault(products) ?? ToolInput.Fault(nameof(attribute), attribute, ToolInput.MaxAttributeLength);
        if (fault is not null)
        {
            return ToolResult.Refused(fault).ToJson();
        }

        var results = ImmutableArray.CreateBuilder<ToolResult>();
        foreach (string product in products.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            results.Add(await LookUpAsync(product, attribute, cancellationToken).ConfigureAwait(false) with { Product = product });
        }

        return ToolResult.ToJson(results.ToImmutable());
    }

    private async Task<ToolResult> LookUpAsync(string product, string attribute, CancellationToken cancellationToken) =>
        ToolResult.Of((await AskAsync(lookUps, $"What is the {attribute.Trim()} of the {product.Trim()}?", cancellationToken).ConfigureAwait(false)).Answer);

    private static Task<AnsweredQuestion> AskAsync(IQuestionAnswerer answerer, string question, CancellationToken cancellationToken) =>
        answerer.AnswerAsync(new Question { Message = question }, cancellationToken: cancellationToken);
}
