using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Knowledge.Indexing.Text;

/// <summary>
/// The fields of a line in the text index, cut into terms, and what a term weighs in each. Facts and passages have a text
/// index each.
/// </summary>
internal sealed class LineFields(string title)
{
    private readonly string _titleTerms = Terms(title);

    /// <summary>
    /// Weights of a fact's fields: title, product, section, attribute, condition, value, unit, codes. A customer names product
    /// and attribute; a code that meets is worth more than any word.
    /// </summary>
    public static ImmutableArray<double> FactWeights { get; } = [1.0, 2.0, 1.0, 2.0, 1.0, 1.0, 0.5, 3.0];

    /// <summary>Weights of a passage's fields: title, section, text, codes.</summary>
    public static ImmutableArray<double> PassageWeights { get; } = [1.0, 1.5, 1.0, 2.0];

    /// <summary>Terms of each field of a fact, joined by blanks.</summary>
    public ImmutableArray<string> Of(Fact fact) =>
    [
        _titleTerms,
        Terms(fact.Product),
        Terms(fact.Section),
        Terms(fact.Attribute),
        Terms(fact.Condition),
        Terms(fact.Value),
        Terms(fact.Unit),
        Codes(title, fact.Product, fact.Attribute, fact.Condition, $"{fact.Value} {fact.Unit}"),
    ];

    /// <summary>Terms of each field of a passage, joined by blanks.</summary>
    public ImmutableArray<string> Of(Passage passage) =>
        [_titleTerms, Terms(passage.Section), Terms(passage.Text), Codes(title, passage.Section, passage.Text)];

    private static string Terms(string text) => text.Length == 0 ? "" : string.Join(' ', LineTokenizer.Terms(text));

    private static string Codes(params IEnumerable<string> texts) =>
        string.Join(' ', texts.SelectMany(CodeForms.OfPrinted).Distinct(StringComparer.Ordinal));
}
