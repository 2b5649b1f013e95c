using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>Finds product codes in a question however they are typed, and tells a mistyped one from one that does not exist.</summary>
internal sealed class MentionFinder(UnitLexicon units)
{
    private const int LongestMention = 4;
    private const int ShortestSeries = 3;

    // A name that so many models of its sheet go on from is a family's, whatever the sheet calls it.
    private const int SmallestFamily = 3;

    // "22212-K" is a bearing, "1500-W" a power.
    private const int FewestDigitsOfCode = 5;

    // Words alone name a product only where they are several: a model called "Power" is asked for by every question.
    private const int ShortestName = 8;

    /// <summary>The codes of a question in order; longest reading first.</summary>
    public ImmutableArray<ProductMention> Find(string text, ProductCatalog catalog)
    {
        List<Chunk> chunks = Chunks(text);
        var mentions = ImmutableArray.CreateBuilder<ProductMention>();
        for (int i = 0; i < chunks.Count; i++)
        {
            if (Longest(text, chunks, i, catalog) is { } known)
            {
                mentions.Add(known.Mention);
                i += known.Count - 1;
            }
            else if (catalog.FindByLetters(chunks[i].Text) is { Length: > 0 } series)
            {
                mentions.Add(new ProductMention(chunks[i].Text, CodeNormalizer.Normalize(chunks[i].Text), chunks[i].Start, MentionFit.Series, series));
            }
            else if (chunks[i].LooksLikeCode && !IsQuantity(chunks[i].Text))
            {
                mentions.Add(Unmatched(text, chunks, i, catalog));
            }
            else if (UnknownNumber(text, chunks, i, catalog) is { } number)
            {
                mentions.Add(number);
            }
        }

        return mentions.ToImmutable();
    }

    private static (ProductMention Mention, int Count)? Longest(string text, List<Chunk> chunks, int start, ProductCatalog catalog)
    {
        for (int count = Math.Min(LongestMention, chunks.Count - start); count > 0; count--)
        {
            Chunk last = chunks[start + count - 1];
            string spelling = text[chunks[start].Start..last.End];
            string key = CodeNormalizer.Normalize(spelling);
            if (key.Length >= 2 && catalog.Find(key) is { Length: > 0 } exact
                && (HasDigit(spelling) || IsCapitalCode(spelling) || (count > 1 && key.Length >= ShortestName)))
            {
                exact = DecimalCodes.Nearest(spelling, exact);

                // "FD-2xx" heads what holds for the FD-222.
                exact = [.. WithNamedModel(exact, chunks[start].Text, count, catalog), .. catalog.FindOpen(key)];
                ImmutableArray<CatalogProduct> family = exact.Length == 1 ? [.. catalog.FindSeries(key).Where(p => p.Document == exact[0].Document)] : [];
                return family.Length >= SmallestFamily
                    ? (new ProductMention(spelling, key, chunks[start].Start, MentionFit.Series, exact.AddRange(family)), count)
                    : (new ProductMention(spelling, key, chunks[start].Start, MentionFit.Exact, exact), count);
            }

            if (!HasDigit(spelling) && !spelling.Contains('-', StringComparison.Ordinal))
            {
                continue;
            }

            if (count == 1 && catalog.FindOpen(key) is { Length: > 0 } pattern)
            {
                return (new ProductMention(spelling, key, chunks[start].Start, MentionFit.Series, pattern), count);
            }

            // "BV3 three-way" begins a title; what is named is the BV3.
            if (count > 1 && !HasDigit(last.Text))
            {
                continue;
            }

            string open = WithoutOpenPlaces(key, spelling);
            if (open.Length >= ShortestSeries && HasLetter(open) && chunks[start].LooksLikeCode
                && catalog.FindSeries(open, open.Length < key.Length) is { Length: > 0 } series)
            {
                return (new ProductMention(spelling, open, chunks[start].Start, MentionFit.Series, series), count);
            }
        }

        return null;
    }

    // "PR-40 redundancy module" is how a title calls the PR-40.
    private static ImmutableArray<CatalogProduct> WithNamedModel(ImmutableArray<CatalogProduct> named, string code, int count, ProductCatalog catalog) =>
        count > 1 && named.All(p => p.IsSeries)
            ? [.. named, .. catalog.Find(CodeNormalizer.Normalize(code)).Where(p => !p.IsSeries && named.Any(n => n.Document == p.Document))]
            : named;

    private static ProductMention Unmatched(string text, List<Chunk> chunks, int index, ProductCatalog catalog)
    {
        if (Variant(chunks[index], catalog) is { } variant)
        {
            return variant;
        }

        // "TES 2N-2425": the name may begin a chunk earlier.
        foreach (int from in index > 0 ? new[] { index - 1, index } : [index])
        {
            string spelling = text[chunks[from].Start..chunks[index].End];
            string key = CodeNormalizer.Normalize(spelling);

            // "TT-40" beside a TT-50 is a TT that does not exist, not a PT-40.
            ImmutableArray<NameKey> series = [.. catalog.Keys.Where(k => CodeDistance.IsOfSeries(key, k.Normalized))];
            ImmutableArray<NameKey> near = [.. (series.IsEmpty ? catalog.Keys : series).Where(k => CodeDistance.IsLikelyTypo(key, k.Normalized))];
            if (near.Length > 0)
            {
                return new ProductMention(spelling, key, chunks[from].Start, MentionFit.NearMiss, Products(near));
            }

            ImmutableArray<NameKey> siblings = [.. catalog.Keys.Where(k => CodeDistance.IsSibling(key, k.Normalized))];
            if (siblings.Length > 0)
            {
                return new ProductMention(spelling, key, chunks[from].Start, MentionFit.Unknown, Products(siblings));
            }
        }

        return new ProductMention(
            chunks[index].Text, CodeNormalizer.Normalize(chunks[index].Text), chunks[index].Start, MentionFit.Other, []);

        ImmutableArray<CatalogProduct> Products(ImmutableArray<NameKey> keys) =>
            [.. keys.SelectMany(k => catalog.Find(k.Normalized)).Distinct()];
    }

    // "6016" among bearings called 6010, 6012; not "6000 rpm".
    private ProductMention? UnknownNumber(string text, List<Chunk> chunks, int index, ProductCatalog catalog)
    {
        Chunk chunk = chunks[index];
        if (index + 1 < chunks.Count && IsQuantity(text[chunk.Start..chunks[index + 1].End]))
        {
            return null;
        }

        NameKey[] several = [.. catalog.Keys.Where(k => CodeDistance.IsSiblingNumber(chunk.Text, k.Normalized, amongSeveral: true))];
        NameKey[] siblings = several.Length >= SmallestFamily ? several : [.. several.Where(k => CodeDistance.IsSiblingNumber(chunk.Text, k.Normalized, amongSeveral: false))];
        return siblings.Length == 0 ? null : new ProductMention(
            chunk.Text, chunk.Text, chunk.Start, MentionFit.Unknown, [.. siblings.SelectMany(k => catalog.Find(k.Normalized)).Distinct()]);
    }

    // "CS-30-AC" beside a CS-30 that no model of the sheet extends.
    private static ProductMention? Variant(Chunk chunk, ProductCatalog catalog)
    {
        for (int joint = chunk.Text.LastIndexOf('-'); joint > 1; joint = chunk.Text.LastIndexOf('-', joint - 1))
        {
            string key = CodeNormalizer.Normalize(chunk.Text.AsSpan(0, joint));
            ImmutableArray<CatalogProduct> models = [.. catalog.Find(key).Where(p => !p.IsSeries)];
            if (models.Length > 0 && HasDigit(key) && catalog.FindSeries(key).IsEmpty)
            {
                return new ProductMention(chunk.Text, CodeNormalizer.Normalize(chunk.Text), chunk.Start, MentionFit.Variant, models);
            }
        }

        return null;
    }

    // "12V", "36-75V", "50:1", not "2N-2425": each number has a unit.
    private bool IsQuantity(string chunk)
    {
        if (chunk.IndexOf('-', StringComparison.Ordinal) >= FewestDigitsOfCode && chunk.AsSpan(0, FewestDigitsOfCode).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return false;
        }

        ImmutableArray<Word> words = WordSplitter.Split(chunk);
        ImmutableArray<Quantity> quantities = QuantitySearch.Find(words, units);
        return words.Length > 0 && words[0].IsNumber
            && quantities.All(q => q.Kind.Length > 0)
            && quantities.Sum(q => q.WordCount) >= words.Length - 1;
    }

    // "SO-XFP-ER-Cxx", "MP7100xx": x for a place left open.
    private static string WithoutOpenPlaces(string key, string spelling) =>
        spelling.EndsWith("xx", StringComparison.OrdinalIgnoreCase) ? key.TrimEnd('X') : key;

    private static List<Chunk> Chunks(string text)
    {
        var chunks = new List<Chunk>();
        int i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            int from = start;
            int to = i;
            while (from < to && !char.IsLetterOrDigit(text[from]))
            {
                from++;
            }

            while (to > from && !char.IsLetterOrDigit(text[to - 1]))
            {
                to--;
            }

            // "KX-200's", "KX-200/KX-250" are left to the splitter of words; a possessive is not part of a code.
            if (to - from > 2 && text[to - 1] == 's' && text[to - 2] is '\'' or '’')
            {
                to -= 2;
            }

            // "Our SR-310s" are several of one model; "10s" are seconds.
            if (to - from > 2 && text[to - 1] == 's' && char.IsAsciiDigit(text[to - 2]) && char.IsLetter(text[from]))
            {
                to--;
            }

            if (to > from)
            {
                chunks.Add(new Chunk(text[from..to], from, to));
            }
        }

        return chunks;
    }

    private static bool HasDigit(string text) => text.Any(char.IsAsciiDigit);

    // "FU-T-S".
    private static bool IsCapitalCode(string text) =>
        text.Contains('-', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterUpper(c) || c == '-');

    private static bool HasLetter(string text) => text.Any(char.IsLetter);

    private readonly record struct Chunk(string Text, int Start, int End)
    {
        public bool LooksLikeCode => HasDigit(Text) && Text.Length >= 3 && (HasLetter(Text) || Text.Contains('-', StringComparison.Ordinal));
    }
}
