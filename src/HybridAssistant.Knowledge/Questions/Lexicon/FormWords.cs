using System.Collections.Frozen;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions.Lexicon;

/// <summary>A list of <c>form-words.tsv</c>: words that tell the form of a question.</summary>
internal sealed class FormWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LexiconFile.Read("form-words.tsv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            g => g.Key,
            g => g.SelectMany(row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

    private readonly FrozenSet<string> _words;

    private FormWords(string list) => _words = Lists[list];

    /// <summary>Verbs that open a question of yes or no.</summary>
    public static FormWords Auxiliary { get; } = new("auxiliary");

    /// <summary>Words that ask for something else than yes or no.</summary>
    public static FormWords Interrogative { get; } = new("interrogative");

    /// <summary>Words that ask for some out of several.</summary>
    public static FormWords Choosing { get; } = new("choosing");

    /// <summary>Words that set two things side by side.</summary>
    public static FormWords Comparing { get; } = new("comparing");

    /// <summary>Words that stand for products of any kind.</summary>
    public static FormWords ProductNoun { get; } = new("product-noun");

    /// <summary>Words that stand for products only where one is chosen by order or bound: "which size is the lightest".</summary>
    public static FormWords ChoiceNoun { get; } = new("choice-noun");

    /// <summary>Verbs that a name of products may stand before.</summary>
    public static FormWords Copula { get; } = new("copula");

    /// <summary>Other words that end the name of products.</summary>
    public static FormWords NounEnd { get; } = new("noun-end");

    /// <summary>Words that set a bound, or ask whether a bound is met.</summary>
    public static FormWords Bound { get; } = new("bound");

    /// <summary>Words besides superlatives for the upper end of a range.</summary>
    public static FormWords Maximum { get; } = new("maximum");

    /// <summary>Words besides superlatives for the lower end of a range.</summary>
    public static FormWords Minimum { get; } = new("minimum");

    /// <summary>Words for what is usual.</summary>
    public static FormWords Typical { get; } = new("typical");

    /// <summary>Words that turn what is asked into its opposite.</summary>
    public static FormWords Negation { get; } = new("negation");

    /// <summary>Behind "too": the value asked about lies above what is stated.</summary>
    public static FormWords Excess { get; } = new("excess");

    /// <summary>Behind "too": it lies below.</summary>
    public static FormWords Shortage { get; } = new("shortage");

    /// <summary>Asks whether something is enough, which no line tells: enough for what?</summary>
    public static FormWords Sufficing { get; } = new("sufficing");

    /// <summary>In a label: its value is the most that is allowed, as with <see cref="Maximum"/>.</summary>
    public static FormWords Limit { get; } = new("limit");

    /// <summary>Materials that make versions of a product.</summary>
    public static FormWords Material { get; } = new("material");

    /// <summary>Words behind which stands what a thing has not.</summary>
    public static FormWords Denial { get; } = new("denial");

    /// <summary>Words behind what is asked for where a name of it is wanted and no amount: "which thread standard".</summary>
    public static FormWords Naming { get; } = new("naming");

    /// <summary>Words that ask for an amount behind "how".</summary>
    public static FormWords Amount { get; } = new("amount");

    /// <summary>Whether a word is for an end of a range or for what is usual.</summary>
    public static bool IsOfRange(Word word) => Maximum.Contains(word) || Minimum.Contains(word) || Typical.Contains(word);

    /// <summary>Words behind an amount that tells one version of a product from another: "the 24 V version".</summary>
    public static FormWords VersionNoun { get; } = new("version-noun");

    /// <summary>Whether the list has a word.</summary>
    public bool Contains(Word word) => _words.Contains(word.Text);
}
