using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Selection.Sentences;

/// <summary>What speaks for and against quoting a sentence; each about 0 to 1, or -1 to 1 where it can speak against.</summary>
public readonly record struct SentenceFeatures
{
    /// <summary>Cosine of the sentence, with title and headings, and the question.</summary>
    public double Cosine { get; init; }

    /// <summary>Cosine against the best of the sentences, at most 0.</summary>
    public double CosineGap { get; init; }

    /// <summary>How much of what the question says of the sheet is in the sheet's names, against the best sheet.</summary>
    public double Sheet { get; init; }

    /// <summary>1: the sentence or its heading names the product that the question names; -1: another of its sheet.</summary>
    public double Named { get; init; }

    /// <summary>Whether the lexicon finds in the sentence what was asked.</summary>
    public double Attribute { get; init; }

    /// <summary>How much of the question, names aside, is in the sentence.</summary>
    public double Coverage { get; init; }

    /// <summary>How much of the question, names aside, is in the headings above it.</summary>
    public double Heading { get; init; }

    /// <summary>1: the sentence states a quantity of the kind asked for; -1: it states none.</summary>
    public double Kind { get; init; }

    /// <summary>How many of the question's quantities it repeats, up to 1.</summary>
    public double Quantity { get; init; }

    /// <summary>1: it names a special version that the question asks for and the best fact is not of: "with FKM seals".</summary>
    public double Version { get; init; }

    /// <summary>How many codes of the question nothing around it has, up to 2.</summary>
    public double Unmet { get; init; }

    /// <summary>How many of its words oppose the question's (input, output), up to 1.</summary>
    public double Opposed { get; init; }

    /// <summary>1: the question asks for something that is never named in passing, and the sentence does not name it.</summary>
    public double Missed { get; init; }

    /// <summary>1: the question asks for yes or no and the sentence permits, forbids or negates.</summary>
    public double Permits { get; init; }

    /// <summary>1: it has the words of a statement; 0: a label, a heading, a line of a footer.</summary>
    public double Statement { get; init; }

    /// <summary>How surely a fact states it: the best fact's log-odds, -1 to 1 for -6 to 6.</summary>
    public double BestFact { get; init; }

    /// <summary>Names of the features, in the order of <see cref="ToArray"/>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "cosine", "cosine-gap", "sheet", "named", "attribute", "coverage", "heading", "kind", "quantity", "version", "unmet", "opposed", "missed",
        "permits", "statement", "best-fact",
    ];

    /// <summary>The features as numbers.</summary>
    public double[] ToArray() =>
    [
        Cosine, CosineGap, Sheet, Named, Attribute, Coverage, Heading, Kind, Quantity, Version, Unmet, Opposed, Missed, Permits, Statement, BestFact,
    ];

    /// <summary>The features that are not zero, as text for the trace.</summary>
    public override string ToString() => FeatureText.Of(Names, ToArray());
}
