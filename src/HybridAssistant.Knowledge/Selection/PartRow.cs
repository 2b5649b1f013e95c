using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using CodeDistance = HybridAssistant.Knowledge.Questions.Products.CodeDistance;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>All cells of one row of a table of parts.</summary>
internal sealed partial class PartRow
{
    /// <summary>Shorter codes stand in too many cells by chance.</summary>
    public const int ShortestKey = 4;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _models = new(StringComparer.Ordinal);
    private readonly List<(string First, string Last)> _ranges = [];
    private FrozenSet<string>? _frozen;

    /// <summary>The words of heading, labels and cells.</summary>
    public FrozenSet<string> Words => _frozen ??= _words.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Adds a cell.</summary>
    /// <param name="fact">The cell; what heads the row is no model that the row is for.</param>
    /// <param name="line">Its line.</param>
    public void Add(Fact fact, LineProfile line)
    {
        _words.UnionWith(line.Set);
        foreach (string model in Separator().Split(fact.Value).Where(m => !fact.Product.Contains(m, StringComparison.Ordinal)))
        {
            AddModel(model);
        }

        // A bearing "22216 K" was read as an amount of kelvin.
        if (fact.Unit.Length > 0)
        {
            AddModel(fact.Value + fact.Unit);
        }
    }

    /// <summary>Adds a model, or a range of them, that the row names.</summary>
    public void AddModel(string text)
    {
        if (text.Length < ShortestKey || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return;
        }

        string[] ends = To().Split(text);
        if (ends.Length == 2)
        {
            _ranges.Add((CodeNormalizer.Normalize(ends[0]), CodeNormalizer.Normalize(ends[1])));
        }

        _models.Add(CodeNormalizer.Normalize(text));
    }

    /// <summary>What the row says of the models.</summary>
    /// <param name="asked">Their folded names.</param>
    public PartFit FitOf(ImmutableArray<string> asked) =>
        asked.Any(a => _models.Contains(a) || _ranges.Any(r => IsWithin(a, r))) ? PartFit.Fits
        : asked.Any(a => _models.Any(m => CodeDistance.IsSibling(a, m)) || _ranges.Any(r => CodeDistance.IsSibling(a, r.First))) ? PartFit.FitsOthers
        : PartFit.Unsaid;

    // "KX-310" in "KX-200 to KX-400": the same letters, the number between.
    private static bool IsWithin(string asked, (string First, string Last) range) =>
        Number(asked) is { } number && Number(range.First) is { } first && Number(range.Last) is { } last
        && number.Letters == first.Letters && (last.Letters.Length == 0 || last.Letters == first.Letters)
        && first.Value <= number.Value && number.Value <= last.Value;

    private static (string Letters, long Value)? Number(string key)
    {
        int letters = key.TakeWhile(char.IsLetter).Count();
        return long.TryParse(key.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? (key[..letters], value) : null;
    }

    [GeneratedRegex(@"\s*[,;+]\s*|\s*/\s*(?=[A-Za-z])|\s+(?:and|or|&)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+(?:to|…|\.\.\.|–|-)\s+|\s*…\s*", RegexOptions.CultureInvariant)]
    private static partial Regex To();
}
