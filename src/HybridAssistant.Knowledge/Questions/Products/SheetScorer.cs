using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>How much of a question is in the names of a sheet: its title, its file name, its products.</summary>
internal sealed class SheetScorer
{
    // A word that asks for something ("pressure" in "pressure transmitter") names less.
    private const double AskedWordWeight = 0.4;
    private const int LongestInitialism = 4;

    // As much as a word that one sheet in a handful has in its name.
    private const double SizeWeight = 2;

    private readonly QuestionAnalysis _question;
    private readonly ProductCatalog _catalog;
    private readonly ImmutableArray<(string Stem, double Weight)> _words;
    private readonly ImmutableArray<string> _initialisms;

    public SheetScorer(QuestionAnalysis question, ProductCatalog catalog)
    {
        _question = question;
        _catalog = catalog;
        ulong asked = question.Attributes.Aggregate(0UL, (bits, a) => bits | a.Words);
        var words = ImmutableArray.CreateBuilder<(string Stem, double Weight)>();
        for (int i = 0; i < question.Words.Length; i++)
        {
            Word word = question.Words[i];
            bool isUnit = question.Quantities.Any(q => i > q.Index && i < q.Index + q.WordCount)
                || UnitLexicon.Default.Match(question.Words, i) is { IsOrdinaryWord: false };
            // All sheets of the kind are so alike; what stands beside it tells them apart.
            bool isKind = IsOfKind(question, i);
            if (!isUnit && !isKind && !StopWords.Contains(word) && catalog.Rarity(word.Stem) is > 0 and var rarity && !words.Any(w => w.Stem == word.Stem))
            {
                bool isAsked = i < 64 && (asked & (1UL << i)) != 0;
                words.Add((word.Stem, rarity * (isAsked ? AskedWordWeight : 1)));
            }
        }

        _words = words.ToImmutable();
        _initialisms = [.. Initialisms([.. question.Words.Where((_, i) => !IsOfKind(question, i))]).Where(s => catalog.Rarity(s) > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The score of a sheet; 0 where the question says nothing of it.</summary>
    public double Score(string document)
    {
        FrozenSet<string> names = _catalog.WordsOf(document);
        double score = 0;
        foreach ((string stem, double weight) in _words)
        {
            score += names.Contains(stem) ? weight : 0;
        }

        foreach (string initials in _initialisms)
        {
            score += names.Contains(initials) ? _catalog.Rarity(initials) : 0;
        }

        if (_question.NamedProducts.Any(p => p.Document == document) || _question.OfKind.Contains(document))
        {
            score += Math.Log(1 + _catalog.Sheets.Length);
        }

        return Math.Max(0, score + SizeScore(document));
    }

    private static bool IsOfKind(QuestionAnalysis question, int word) =>
        !question.OfKind.IsEmpty && question.Kinds.Any(k => word >= k.From && word < k.From + k.Count);

    // "high-volume" for HV, "phase locked loop" for PLL.
    private static IEnumerable<string> Initialisms(ImmutableArray<Word> words)
    {
        for (int count = 2; count <= LongestInitialism; count++)
        {
            for (int i = 0; i + count <= words.Length; i++)
            {
                ImmutableArray<Word> window = words.Slice(i, count);
                if (!window.Any(w => w.IsNumber))
                {
                    yield return string.Concat(window.Select(w => w.Text[0]));
                }
            }
        }
    }

    // A pump of "2 inch" is the one asked for as "50 mm", and not the one asked for as "4 inch".
    private double SizeScore(string document)
    {
        ImmutableArray<Quantity> sizes = _catalog.SizesOf(document);
        double score = 0;
        foreach (Quantity asked in _question.Quantities.Where(q => q.Kind == "Length"))
        {
            bool agrees = false;
            bool isSized = false;
            foreach (Quantity size in sizes)
            {
                isSized |= size.Kind == asked.Kind;
                agrees |= size.Kind == asked.Kind && size.Agrees(asked);
            }

            score += agrees ? SizeWeight : isSized ? -SizeWeight : 0;
        }

        return score;
    }
}
