using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>What speaks for and against a candidate; each about 0 to 1, or -1 to 1 where it can speak against.</summary>
public readonly record struct FactFeatures
{
    /// <summary>Cosine of the fact's line and the question.</summary>
    public double Cosine { get; init; }

    /// <summary>Cosine against the best of the candidates, at most 0.</summary>
    public double CosineGap { get; init; }

    /// <summary>Cosine of the fact's label and what is asked, both without product and title.</summary>
    public double LabelCosine { get; init; }

    /// <summary>That cosine against the best of the candidates, at most 0.</summary>
    public double LabelGap { get; init; }

    /// <summary>How much of what the question says of the sheet is in the sheet's names, against the best sheet.</summary>
    public double Sheet { get; init; }

    /// <summary>1: the question names the fact's product by its code; -1: it names another one.</summary>
    public double Named { get; init; }

    /// <summary>How well the fact's product fits the properties in the question, against its siblings on the sheet.</summary>
    public double Property { get; init; }

    /// <summary>Whether the lexicon knows the fact's label as what was asked.</summary>
    public double Attribute { get; init; }

    /// <summary>How much of the fact's label is in the question.</summary>
    public double Label { get; init; }

    /// <summary>How much of the question, names aside, is in the fact's line.</summary>
    public double Coverage { get; init; }

    /// <summary>1: the value is of the quantity asked for; -1: of another one; -0.5: it is no quantity.</summary>
    public double Kind { get; init; }

    /// <summary>1: the value is in the very unit asked for.</summary>
    public double Unit { get; init; }

    /// <summary>How much of the fact's condition is in the question.</summary>
    public double Condition { get; init; }

    /// <summary>1: the fact's condition is another one than the question's (9 V for 12 V).</summary>
    public double Conflict { get; init; }

    /// <summary>How much of the fact's condition the question leaves unsaid: a special version that it does not ask for.</summary>
    public double Unasked { get; init; }

    /// <summary>1: the line names a special version that the question asks for: "with FKM seals", "suffix -HT".</summary>
    public double Version { get; init; }

    /// <summary>1: the end of the range that was asked for; -1: the other end.</summary>
    public double Extremum { get; init; }

    /// <summary>How many words of the line oppose the question's (input, output), up to 1.</summary>
    public double Opposed { get; init; }

    /// <summary>1: a part number where one is asked for, Yes or No where that is; -1: a part number where none is.</summary>
    public double Form { get; init; }

    /// <summary>How many codes and quantities of the question neither fact, product nor sheet has.</summary>
    public double Unmet { get; init; }

    /// <summary>1: the question names a size (DN 300) of a scale that the sheet lists, but not up to there.</summary>
    public double Beyond { get; init; }

    /// <summary>1: the question names a model that does not exist beside ones of the same build.</summary>
    public double UnknownModel { get; init; }

    /// <summary>How much of what was asked the label leaves unsaid.</summary>
    public double Unsaid { get; init; }

    /// <summary>1: the question asks for something that is never named in passing, and the label is something else.</summary>
    public double Missed { get; init; }

    /// <summary>Names of the features, in the order of <see cref="ToArray"/>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "cosine", "cosine-gap", "label-cosine", "label-gap", "sheet", "named", "property", "attribute", "label", "coverage", "kind", "unit", "condition", "conflict",
        "unasked", "version", "extremum", "opposed", "form", "unmet", "beyond", "unknown-model", "unsaid", "missed",
    ];

    /// <summary>The features as numbers.</summary>
    public double[] ToArray() =>
    [
        Cosine, CosineGap, LabelCosine, LabelGap, Sheet, Named, Property, Attribute, Label, Coverage, Kind, Unit, Condition, Conflict,
        Unasked, Version, Extremum, Opposed, Form, Unmet, Beyond, UnknownModel, Unsaid, Missed,
    ];

    /// <summary>The features that are not zero, as text for the trace.</summary>
    public override string ToString() => FeatureText.Of(Names, ToArray());
}
