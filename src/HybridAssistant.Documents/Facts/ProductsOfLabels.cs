using System.Text.RegularExpressions;
using HybridAssistant.Core.Codes;
using HybridAssistant.Documents.Tables;

namespace HybridAssistant.Documents.Facts;

/// <summary>
/// Gives facts the products that their labels or headings name: "Supply voltage, TT-30-P and TT-30-U", "HIO-DI8, weight",
/// "Weight FM-310", or a list of values under the heading "CS-18". The label keeps what is stated.
/// </summary>
internal sealed partial class ProductsOfLabels
{
    // Shorter codes are grades and connections.
    private const int ShortestCode = 4;

    // One label that begins with a code may be about a part; several are a list of products.
    private const int FewestAlike = 2;

    private readonly string[] _models;
    private readonly HashSet<string> _headings;
    private readonly HashSet<string> _listed;

    /// <summary>Learns from all facts of a sheet which codes are products.</summary>
    /// <param name="facts">The facts of the sheet.</param>
    /// <param name="models">Models that its title or tables name.</param>
    public ProductsOfLabels(IReadOnlyList<FactDraft> facts, IReadOnlyList<string> models)
    {
        _models = [.. models.OrderByDescending(static name => name.Length)];
        string[] headings = [.. facts.Select(static f => CodeOfHeading(f.Section)).Where(static code => code.Length > 0).Distinct(StringComparer.Ordinal)];
        _headings = headings.Length >= FewestAlike ? [.. headings] : [];
        string[] listed = [.. facts.Where(static f => f.Product.Length == 0).Select(static f => Leading().Match(f.Attribute)).Where(static m => m.Success).Select(static m => m.Groups["code"].Value).Where(IsProduct).Distinct(StringComparer.Ordinal)];
        _listed = listed.Length >= FewestAlike ? [.. listed] : [];
    }

    /// <summary>The fact, once for each product that its label or heading names.</summary>
    public IEnumerable<FactDraft> Assign(FactDraft fact)
    {
        if (fact.Product.Length > 0)
        {
            string[] several = CodesIn(fact.Product.Replace(" / ", ", ", StringComparison.Ordinal));
            return several.Length > 1 && Array.TrueForAll(several, IsProduct) ? several.Select(product => fact with { Product = product }) : [fact];
        }

        (IReadOnlyList<string> products, string attribute) = Split(fact.Attribute);
        if (products.Count == 0)
        {
            string code = CodeOfHeading(fact.Section);
            return _headings.Contains(code) ? [fact with { Product = code }] : [fact];
        }

        if (attribute.Length == 0)
        {
            // The model alone: what is stated stands above ("Weight": "LF-1 0.65 kg").
            return fact.Section.Length > 0 ? products.Select(product => fact with { Product = product, Attribute = fact.Section }) : [fact];
        }

        return products.Select(product => fact with { Product = product, Attribute = attribute });
    }

    private (IReadOnlyList<string> Products, string Attribute) Split(string label)
    {
        if (Trailing().Match(label) is { Success: true } trailing)
        {
            string[] codes = CodesIn(trailing.Groups["codes"].Value);
            if (Array.TrueForAll(codes, IsProduct))
            {
                return (codes, trailing.Groups["name"].Value);
            }
        }

        foreach (string model in _models)
        {
            if (label.StartsWith(model, StringComparison.Ordinal))
            {
                string rest = label[model.Length..];
                if (rest.Length == 0)
                {
                    return ([model], "");
                }

                if (rest[0] is ',' or ':' or ' ' && rest.TrimStart(',', ':', ' ', '–', '-') is { Length: > 1 } name)
                {
                    return ([model], name);
                }
            }

            if (label.Length > model.Length + 3 && label.EndsWith(" " + model, StringComparison.Ordinal) && _models.Length > 1)
            {
                return ([model], label[..^model.Length].TrimEnd(' ', ',', ':', '-', '–'));
            }
        }

        Match leading = Leading().Match(label);
        return leading.Success && _listed.Contains(leading.Groups["code"].Value)
            ? ([leading.Groups["code"].Value], leading.Groups["name"].Value)
            : ([], label);
    }

    private static string[] CodesIn(string text) =>
        [.. Separator().Split(text).Select(static code => code.Trim()).Where(static code => code.Length > 0)];

    private static bool IsProduct(string code) =>
        code.Length >= ShortestCode && code.Contains('-', StringComparison.Ordinal) && !CodeLookalikes.Default.Contains(code)
        && (ValueShape.IsCode(code) || code.All(static c => char.IsUpper(c) || c == '-'));

    /// <summary>The code that a heading is, or is with a remark in brackets behind it; else empty.</summary>
    private static string CodeOfHeading(string section)
    {
        string heading = SectionPath.Last(section);
        int bracket = heading.IndexOf(" (", StringComparison.Ordinal);
        string code = bracket > 0 && heading[^1] == ')' ? heading[..bracket] : heading;
        return IsProduct(code) ? code : "";
    }

    [GeneratedRegex(@"^(?<name>.{3,}?),\s(?<codes>[\p{Lu}\d][\p{Lu}\d/-]{3,}(?:(?:,\s|\sand\s|\sor\s|,\sand\s)[\p{Lu}\d][\p{Lu}\d/-]{3,})*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?<code>[\p{Lu}\d][\p{Lu}\d/-]{3,}),\s(?<name>.{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@",\sand\s|,\s|\sand\s|\sor\s", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
