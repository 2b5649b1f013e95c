using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.FollowUps;

/// <summary>Finds what follow-ups call by the part in which siblings differ: "the 310" beside a KX-250, "the 12 V one" beside an LRS-350-24.</summary>
internal sealed class SiblingNames(MentionFinder mentions)
{
    private const int MostSiblings = 12;
    private const int LongestPart = 6;

    /// <summary>The message with such parts spelled out.</summary>
    /// <param name="message">The follow-up.</param>
    /// <param name="inPlay">The models that the turns before named.</param>
    /// <param name="catalog">The products of all sheets.</param>
    public string SpellOut(string message, ImmutableArray<CatalogProduct> inPlay, ProductCatalog catalog)
    {
        if (inPlay.IsEmpty)
        {
            return message;
        }

        ImmutableArray<Word> words = WordSplitter.Split(message);
        ImmutableArray<Quantity> quantities = QuantitySearch.Find(words, UnitLexicon.Default);
        ImmutableArray<ProductMention> named = mentions.Find(message, catalog);
        var edit = new TextEdit(message);
        for (int i = 0; i < words.Length; i++)
        {
            // "The 12 V one" is the LRS-350-12; "at 12 V" is none.
            Quantity measured = quantities.FirstOrDefault(q => q.Kind.Length > 0 && i >= q.Index && i < q.Index + q.WordCount);
            bool isMeasured = measured.WordCount > 0 && !(i == measured.Index && StandsForModel(words, i + measured.WordCount));
            (int Start, int End) number = TextEdit.SpanOf(message, words, i, 1);
            string part = message[number.Start..number.End];
            (int Start, int End) span = measured.WordCount > 0 ? TextEdit.SpanOf(message, words, i, measured.WordCount) : number;
            bool isNamed = named.Any(m => m.Fit != MentionFit.Other && words[i].Start >= m.Start && words[i].Start < m.Start + m.Text.Length);
            if (!isMeasured && !isNamed && IsPart(part) && FullName(part, inPlay, catalog) is { } name)
            {
                edit.Replace(span, name);
            }
        }

        return edit.Apply();
    }

    /// <summary>The models from which "the 12 V one" or "the nickel version" picks; empty where there are none or too many to list.</summary>
    /// <param name="model">The model that the turns before named.</param>
    /// <param name="isVersion">Whether the same model made otherwise is meant.</param>
    /// <param name="catalog">The products of all sheets.</param>
    public static ImmutableArray<string> Of(CatalogProduct model, bool isVersion, ProductCatalog catalog)
    {
        string[] names =
        [
            .. catalog.Sheets.Where(s => s.Document == model.Document).SelectMany(s => s.Products)
                .Where(p => !p.IsSeries && p.Name != model.Name && p.Name.Any(char.IsDigit)).Select(p => p.Name),
        ];
        List<(int Start, int End)> parts = PartsOf(model.Name);

        // "The nickel version" of a BX-52 is the BX-52N; "the non-flush one" beside an IS-12F the IS-12N, not the IS-18N.
        string[] extended = [.. names.Where(n => n.StartsWith(model.Name, StringComparison.OrdinalIgnoreCase) && PartsOf(n).Count == parts.Count + 1)];
        if (isVersion && extended.Length > 0)
        {
            return [.. extended];
        }

        for (int shared = parts.Count - 1; shared > 0; shared--)
        {
            string beginning = model.Name[..parts[shared].Start];
            string[] near = [.. names.Where(n => n.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && PartsOf(n).Count <= parts.Count + 1)];
            if (near.Length > 0)
            {
                return near.Length <= MostSiblings ? [.. near] : [];
            }
        }

        return [];
    }

    // The one name that a model in play becomes with one part exchanged or added; null where there is none.
    private static string? FullName(string part, ImmutableArray<CatalogProduct> inPlay, ProductCatalog catalog)
    {
        string[] names =
        [
            .. inPlay.SelectMany(p => Exchanged(p.Name, part)).Select(n => CodeNormalizer.Normalize(n))
                .SelectMany(key => catalog.Find(key)).Where(p => !p.IsSeries).Select(p => p.Name)
                .Distinct(StringComparer.Ordinal),
        ];
        return names.Length == 1 ? names[0] : null;
    }

    private static IEnumerable<string> Exchanged(string name, string part)
    {
        List<(int Start, int End)> parts = PartsOf(name);
        foreach ((int start, int end) in parts)
        {
            string old = name[start..end];
            if (old.All(char.IsDigit) == part.All(char.IsDigit) && !old.Equals(part, StringComparison.OrdinalIgnoreCase) && start > 0)
            {
                yield return name[..start] + part + name[end..];

                // "The 500" of a range whose other parts differ too is left alone; a shorter name is not.
                yield return name[..start] + part;
            }
        }

        yield return name + "-" + part;
    }

    private static List<(int Start, int End)> PartsOf(string name)
    {
        var parts = new List<(int, int)>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool ends = i == name.Length || !char.IsLetterOrDigit(name[i]) || !char.IsLetterOrDigit(name[i - 1])
                || char.IsDigit(name[i]) != char.IsDigit(name[i - 1]);
            if (ends)
            {
                if (char.IsLetterOrDigit(name[start]))
                {
                    parts.Add((start, i));
                }

                start = i;
            }
        }

        return parts;
    }

    private static bool StandsForModel(ImmutableArray<Word> words, int at) =>
        at < words.Length && (FollowUpWords.Placeholders.Contains(words[at].Text) || CategoryFinder.IsNoun(words[at]));

    // "310", "N", "24DC"; not "a", "the".
    private static bool IsPart(string part) =>
        part.Length <= LongestPart && part.All(char.IsAsciiLetterOrDigit)
        && (part.Any(char.IsAsciiDigit) || (part.Length <= 2 && part.All(char.IsAsciiLetterUpper) && part is not ("A" or "I" or "V" or "W")));
}
