using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions.Kinds;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>The products of all sheets by every spelling, and the words that name each sheet.</summary>
public sealed class ProductCatalog
{
    // Worked out with the first question that names a kind, then kept for one content of the index.
    private readonly Lazy<FrozenDictionary<string, FrozenSet<int>>> _titleKinds;
    private readonly FrozenDictionary<string, ImmutableArray<CatalogProduct>> _byKey;
    private readonly ImmutableArray<NameKey> _keys;
    private readonly FrozenDictionary<string, FrozenSet<string>> _sheetWords;
    private readonly FrozenDictionary<string, ImmutableArray<Quantity>> _sheetSizes;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _sheetKeys;
    private readonly FrozenDictionary<string, int> _wordSheets;
    private readonly FrozenDictionary<string, ImmutableArray<CatalogProduct>> _byLetters;

    /// <summary>Builds the catalogue; a few milliseconds for hundreds of sheets, so keep it for one content of the index.</summary>
    public ProductCatalog(IEnumerable<CatalogSheet> sheets)
    {
        Sheets = [.. sheets];
        var byKey = new Dictionary<string, List<CatalogProduct>>(StringComparer.Ordinal);
        var keys = new List<NameKey>();
        var sheetWords = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        var sizes = new Dictionary<string, ImmutableArray<Quantity>>(StringComparer.Ordinal);
        foreach (CatalogSheet sheet in Sheets)
        {
            string names = string.Join(" \n ", NamesOf(sheet));
            ImmutableArray<Word> words = WordSplitter.Split(names);
            sheetWords[sheet.Document] = words.Where(w => !StopWords.Contains(w)).Select(w => w.Stem)
                .Concat(words.Where(w => w.IsCode).SelectMany(w => PartsOf(w.Text)))
                .ToFrozenSet(StringComparer.Ordinal);
            sizes[sheet.Document] = [.. QuantitySearch.Find(words, UnitLexicon.Default).Where(q => q.Kind.Length > 0).DistinctBy(q => (q.Value, q.Unit))];
            AddCodesIn(sheet.Title, new CatalogProduct(sheet.Document, sheet.Products.FirstOrDefault(p => p.IsSeries)?.Name ?? sheet.Title, true));
            foreach (ProductName product in sheet.Products)
            {
                var entry = new CatalogProduct(sheet.Document, product.Name, product.IsSeries);
                foreach (string spelling in product.Aliases.Prepend(product.Name))
                {
                    // One column may be headed by two part numbers ("4743, 4753").
                    foreach (string part in spelling.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    {
                        AddKey(part, entry);
                        AddCodesIn(part, entry);
                    }
                }
            }
        }

        _titleKinds = new(() => Sheets.ToFrozenDictionary(s => s.Document, s => SheetKinds.OfTitle(s.Title), StringComparer.Ordinal));
        _byKey = byKey.ToFrozenDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal);
        _keys = [.. keys.DistinctBy(k => k.Normalized).OrderBy(k => k.Normalized, StringComparer.Ordinal)];
        _sheetWords = sheetWords.ToFrozenDictionary(StringComparer.Ordinal);
        _sheetKeys = Sheets.ToFrozenDictionary(
            s => s.Document,
            s => s.Products.Where(p => !p.IsSeries).Select(p => CodeNormalizer.Normalize(p.Name)).Where(HasDigit).ToImmutableArray(),
            StringComparer.Ordinal);
        _sheetSizes = sizes.ToFrozenDictionary(StringComparer.Ordinal);
        _byLetters = SeriesLetters.Of(Sheets);
        _wordSheets = sheetWords.Values.SelectMany(s => s).GroupBy(s => s, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

        // "REACTION WHEEL 1Nms RW-1.0" is known as RW-1.0.
        void AddCodesIn(string name, CatalogProduct product)
        {
            if (name.Contains(' ', StringComparison.Ordinal))
            {
                foreach (CodeMention code in CodeFinder.Default.Find(name))
                {
                    AddKey(code.Text, product);
                }
            }
        }

        void AddKey(string spelling, CatalogProduct product)
        {
            string key = CodeNormalizer.Normalize(spelling);
            if (key.Length < 2)
            {
                return;
            }

            List<CatalogProduct> list = byKey.TryGetValue(key, out List<CatalogProduct>? known) ? known : byKey[key] = [];
            if (!list.Contains(product))
            {
                list.Add(product);
            }

            if (HasDigit(key))
            {
                keys.Add(new NameKey(key, spelling));
            }
        }
    }

    /// <summary>All sheets.</summary>
    public ImmutableArray<CatalogSheet> Sheets { get; }

    internal ImmutableArray<CatalogProduct> Find(string normalized) =>
        _byKey.TryGetValue(normalized, out ImmutableArray<CatalogProduct> products) ? products : [];

    /// <summary>Products whose sheet leaves places of the code open: "SO-XFP-ER-Cxx" for "SO-XFP-ER-C61".</summary>
    internal ImmutableArray<CatalogProduct> FindOpen(string normalized) =>
    [
        .. _keys.Where(k => k.Normalized.Length == normalized.Length && k.Normalized.EndsWith("XX", StringComparison.Ordinal)
                && normalized.AsSpan().StartsWith(k.Normalized.AsSpan().TrimEnd('X')))
            .SelectMany(k => _byKey[k.Normalized]).Distinct(),
    ];

    /// <summary>Products whose code goes on behind the given beginning: "LRS-350" for "LRS-350-24", not "LRS-35".</summary>
    internal ImmutableArray<CatalogProduct> FindSeries(string normalized, bool hasOpenPlaces = false) =>
    [
        .. _keys.Where(k => k.Normalized.Length > normalized.Length
                && k.Normalized.StartsWith(normalized, StringComparison.Ordinal)
                && (hasOpenPlaces || k.BreaksAfter(normalized.Length)))
            .SelectMany(k => _byKey[k.Normalized]).Distinct(),
    ];

    /// <summary>The models of the sheets whose models begin with the given letters: "IS" for IS-12F and IS-18N.</summary>
    internal ImmutableArray<CatalogProduct> FindByLetters(string letters) =>
        _byLetters.TryGetValue(letters, out ImmutableArray<CatalogProduct> products) ? products : [];

    /// <summary>The folded names of a sheet's models.</summary>
    internal ImmutableArray<string> KeysOf(string document) =>
        _sheetKeys.TryGetValue(document, out ImmutableArray<string> keys) ? keys : [];

    /// <summary>Keys that hold digits, for near misses.</summary>
    internal ImmutableArray<NameKey> Keys => _keys;

    /// <summary>The words of a sheet's title, file name and products.</summary>
    internal FrozenSet<string> WordsOf(string document) =>
        _sheetWords.TryGetValue(document, out FrozenSet<string>? words) ? words : FrozenSet<string>.Empty;

    /// <summary>Quantities in a sheet's names ("1/2 inch").</summary>
    internal ImmutableArray<Quantity> SizesOf(string document) =>
        _sheetSizes.TryGetValue(document, out ImmutableArray<Quantity> sizes) ? sizes : [];

    /// <summary>The kinds of product that a sheet's title names.</summary>
    internal FrozenSet<int> KindsOf(string document) => _titleKinds.Value.TryGetValue(document, out FrozenSet<int>? kinds) ? kinds : [];

    /// <summary>How telling a word is among the names of sheets; 0 where no sheet has it in its name.</summary>
    internal double Rarity(string stem) =>
        _wordSheets.TryGetValue(stem, out int count) ? Math.Log(1 + ((double)Sheets.Length / count)) : 0;

    private static IEnumerable<string> NamesOf(CatalogSheet sheet) =>
        sheet.Products.SelectMany(p => p.Aliases.Prepend(p.Name))
            .Prepend(Path.GetFileNameWithoutExtension(sheet.Document).Replace('-', ' ').Replace('_', ' '))
            .Prepend(sheet.Title);

    // "pumps2000" is "Pumps 2000" in a file name; "e91" stays a name of its own.
    private static IEnumerable<string> PartsOf(string code)
    {
        int letters = code.TakeWhile(char.IsLetter).Count();
        return letters >= 3 && code.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0
            ? [Stemmer.Stem(code[..letters]), code[letters..]]
            : [];
    }

    private static bool HasDigit(string text) => text.Any(char.IsAsciiDigit);
}
