using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Documents.Codes;

/// <summary>Collects the part numbers, model names and ordering codes that a sheet prints: the entries of the code lane.</summary>
internal sealed class ProductCodeExtractor
{
    private const int MaxCodeLength = 40;

    private readonly CodeFinder _finder = CodeFinder.Default;

    /// <summary>The codes of a sheet, each once for each product, in order of appearance.</summary>
    public ImmutableArray<ProductCode> Extract(
        string title,
        IReadOnlyList<ProductName> products,
        IReadOnlyList<Fact> facts,
        IReadOnlyList<Passage> passages)
    {
        var codes = new Dictionary<(string Normalized, string Product), ProductCode>();
        foreach (ProductName product in products)
        {
            string owner = product.IsSeries ? "" : product.Name;
            int page = facts.FirstOrDefault(f => f.Product == product.Name)?.Page ?? 1;
            foreach (string name in product.Aliases.Prepend(product.Name))
            {
                Add(codes, name, page, owner);
            }
        }

        AddMentions(codes, title, 1, "");
        foreach (Fact fact in facts)
        {
            AddFromFact(codes, fact);
        }

        foreach (Passage passage in passages)
        {
            AddMentions(codes, passage.Section, passage.Page, "");
            AddMentions(codes, passage.Text, passage.Page, "");
        }

        return [.. codes.Values];
    }

    private void AddFromFact(Dictionary<(string, string), ProductCode> codes, Fact fact)
    {
        if (CodeAttributes.Announces(fact.Attribute) || CodeAttributes.Announces(fact.Condition))
        {
            foreach (string part in fact.Value.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (part.Any(char.IsAsciiDigit) && part.Count(c => c == ' ') <= 2)
                {
                    Add(codes, part, fact.Page, fact.Product);
                }
            }
        }
        else
        {
            AddMentions(codes, fact.Value, fact.Page, fact.Product);
        }

        AddMentions(codes, fact.Attribute, fact.Page, fact.Product);
        AddMentions(codes, fact.Condition, fact.Page, fact.Product);
    }

    private void AddMentions(Dictionary<(string, string), ProductCode> codes, string text, int page, string product)
    {
        foreach (CodeMention mention in _finder.Find(text))
        {
            Add(codes, mention.Text, page, product);
        }
    }

    private static void Add(Dictionary<(string, string), ProductCode> codes, string printed, int page, string product)
    {
        string normalized = CodeNormalizer.Normalize(printed);
        if (normalized.Length >= 2 && printed.Length <= MaxCodeLength)
        {
            codes.TryAdd((normalized, product), new ProductCode(printed, normalized, page, product));
        }
    }
}
