using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing.Codes;

namespace HybridAssistant.Knowledge.Indexing.Contents;

/// <summary>The codes under which a sheet is found.</summary>
internal static class SheetCodes
{
    /// <summary>Printed codes in their order, then those that only its grammars compose.</summary>
    public static IReadOnlyList<IndexedCode> Of(SpecSheet sheet)
    {
        var codes = sheet.Codes.Select(code => new IndexedCode(code, IsComposed: false)).ToList();
        HashSet<string> known = sheet.Codes.Select(code => code.Normalized).ToHashSet(StringComparer.Ordinal);
        var fronts = sheet.Products
            .Where(product => !product.IsSeries)
            .Select(product => (product.Name, Key: CodeNormalizer.Normalize(product.Name)))
            .OrderByDescending(product => product.Key.Length)
            .ToArray();
        foreach (OrderingCodeGrammar grammar in sheet.Grammars)
        {
            foreach (string composed in OrderingCodeExpansion.Compose(grammar))
            {
                string key = CodeNormalizer.Normalize(composed);
                if (key.Length > 0 && known.Add(key))
                {
                    string product = fronts.FirstOrDefault(front => front.Key.Length > 0 && key.StartsWith(front.Key, StringComparison.Ordinal)).Name ?? "";
                    codes.Add(new IndexedCode(new ProductCode(composed, key, grammar.Page, product), IsComposed: true));
                }
            }
        }

        return codes;
    }
}
