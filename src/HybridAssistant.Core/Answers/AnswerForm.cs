namespace HybridAssistant.Core.Answers;

/// <summary>The form of a question, found by its words; the wording of the answer follows it.</summary>
public enum AnswerForm
{
    /// <summary>One attribute of one or more products.</summary>
    Lookup,

    /// <summary>Does it, is it, can it.</summary>
    YesNo,

    /// <summary>The most or least of something among products.</summary>
    Ordering,

    /// <summary>Which products lie above or below a bound.</summary>
    Threshold,

    /// <summary>The same attribute of products named side by side.</summary>
    Comparison,

    /// <summary>Which product, part number or code fits a description.</summary>
    PartNumber,

    /// <summary>Answered by quoting a sentence of running text.</summary>
    Quotation,
}
