using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Selection.Conditions;

namespace HybridAssistant.Knowledge.Selection.Sentences;

/// <summary>What can be said of a question against all candidate sentences together.</summary>
internal sealed class SentenceContext
{
    private readonly SheetScores _sheets;
    private readonly FrozenDictionary<string, int> _counts;
    private readonly int _sentences;

    public SentenceContext(
        QuestionAnalysis question, ProductCatalog catalog, IReadOnlyList<IndexEntry> entries, IReadOnlyList<SentenceProfile> profiles, Fact? bestFact)
    {
        Question = question;
        Catalog = catalog;
        _sentences = entries.Count;
        _counts = profiles.SelectMany(p => p.Stems).CountBy(s => s, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        _sheets = new SheetScores(question, catalog, entries.Select(e => e.Document));
        FrozenSet<string> names = _sheets.NameStems;
        Asked = [.. question.ContentStems.Where(s => !names.Contains(s))];
        Codes = [.. QuestionItems.Of(question).Where(i => i is { IsIdentifying: true, Quantity: null }).Select(i => i.Stem)];
        Versions = AskedVersions.Of(question, names);
        BestFact = bestFact is null ? [] : WordSplitter.Split($"{bestFact.Product} {bestFact.Section} {bestFact.Attribute} {bestFact.Condition} {bestFact.Value}")
            .Select(w => w.Stem).ToFrozenSet(StringComparer.Ordinal);
        Sides = OppositeWords.Default.SidesOf(question.Words);
    }

    public QuestionAnalysis Question { get; }

    public ProductCatalog Catalog { get; }

    /// <summary>Content words of the question that name no sheet.</summary>
    public ImmutableArray<string> Asked { get; }

    /// <summary>Codes of the question that name no product of the sheets.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Special versions that the question asks for.</summary>
    public AskedVersions Versions { get; }

    /// <summary>Words of the line that states it best.</summary>
    public FrozenSet<string> BestFact { get; }

    public OppositeSides Sides { get; }

    public double SheetScore(string document) => _sheets.Of(document);

    /// <summary>How telling a stem is among the candidate sentences.</summary>
    public double Rarity(string stem) => Math.Log(1 + (_sentences / (1.0 + (_counts.TryGetValue(stem, out int count) ? count : 0))));
}
