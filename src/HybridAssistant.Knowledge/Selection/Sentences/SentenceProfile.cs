using System.Collections.Frozen;
using System.Collections.Immutable;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Selection.Sentences;

/// <summary>A sentence taken apart for comparison; made once a sentence and kept.</summary>
internal sealed class SentenceProfile
{
    private const int WordsOfStatement = 3;

    private static readonly FrozenSet<string> Modals =
        "must may can cannot not no never only without should allowed permitted suitable possible required available optional approved forbidden"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private SentenceProfile(Passage passage)
    {
        ImmutableArray<Word> words = WordSplitter.Split(passage.Text);
        ImmutableArray<Word> headings = WordSplitter.Split(passage.Section);
        Attributes = AttributeLexicon.Default.Match(words, asQuestion: true);
        HeadingAttributes = AttributeLexicon.Default.Match(headings, asQuestion: false);
        Quantities = QuantitySearch.Find(words, UnitLexicon.Default);
        Stems = words.Where(w => !StopWords.Contains(w)).Select(w => w.Stem).ToFrozenSet(StringComparer.Ordinal);
        HeadingStems = headings.Where(w => !StopWords.Contains(w)).Select(w => w.Stem).ToFrozenSet(StringComparer.Ordinal);
        Key = CodeNormalizer.Normalize(passage.Text);
        HeadingKey = CodeNormalizer.Normalize(passage.Section);
        Sides = OppositeWords.Default.SidesOf(words.AddRange(headings));
        Denies = words.Any(FormWords.Denial.Contains);
        Permits = words.Any(w => Modals.Contains(w.Text));
        IsStatement = words.Count(w => !w.IsNumber && !w.IsCode && w.Text.Length > 1) > WordsOfStatement;
    }

    public ImmutableArray<AttributeMatch> Attributes { get; }

    public ImmutableArray<AttributeMatch> HeadingAttributes { get; }

    public ImmutableArray<Quantity> Quantities { get; }

    public FrozenSet<string> Stems { get; }

    public FrozenSet<string> HeadingStems { get; }

    /// <summary>The sentence, folded as codes are.</summary>
    public string Key { get; }

    /// <summary>Its headings, folded as codes are.</summary>
    public string HeadingKey { get; }

    public OppositeSides Sides { get; }

    /// <summary>Whether it permits, forbids or negates.</summary>
    public bool Permits { get; }

    /// <summary>Whether it says what a thing has not: "without".</summary>
    public bool Denies { get; }

    public bool IsStatement { get; }

    public static SentenceProfile Of(Passage passage) => new(passage);
}
