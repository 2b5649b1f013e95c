using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>When an answer is given. Section <c>Deciding</c>; the thresholds were chosen on the calibration cases.</summary>
public sealed class DecidingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Deciding";

    /// <summary>Confidence below which nothing is stated, 0 to 1. Default 0.14: on the development and calibration cases it answers most without answering more of the unanswerable than it saves.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Deciding:MinConfidence must be between {1} and {2}.")]
    public double MinConfidence { get; set; } = 0.14;

    /// <summary>
    /// Confidence from which a line is stated that stands out from all others, 0 to 1. Default 0.03: on the development and
    /// calibration cases hardly any such line was the wrong one, though half of them were below <see cref="MinConfidence"/>.
    /// </summary>
    [Range(0.0, 1.0, ErrorMessage = "Deciding:MinOutstandingConfidence must be between {1} and {2}.")]
    public double MinOutstandingConfidence { get; set; } = 0.03;

    /// <summary>Confidence from which a sentence is quoted that stands out from all others where no line states it, 0 to 1. Default 0.3, found likewise.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Deciding:MinOutstandingQuoteConfidence must be between {1} and {2}.")]
    public double MinOutstandingQuoteConfidence { get; set; } = 0.3;

    /// <summary>How far before all others a line or a sentence scores that stands out, 0 to 10. Default 2.</summary>
    [Range(0.0, 10.0, ErrorMessage = "Deciding:OutstandingMargin must be between {1} and {2}.")]
    public double OutstandingMargin { get; set; } = 2;

    /// <summary>How far behind the best a line of the same row may score and still belong to the answer, 0 to 5. Default 0.6.</summary>
    [Range(0.0, 5.0, ErrorMessage = "Deciding:RowMargin must be between {1} and {2}.")]
    public double RowMargin { get; set; } = 0.6;

    /// <summary>How far behind the best a line of another sheet may score and still make the question ambiguous, 0 to 5. Default 0.8.</summary>
    [Range(0.0, 5.0, ErrorMessage = "Deciding:RivalMargin must be between {1} and {2}.")]
    public double RivalMargin { get; set; } = 0.8;

    /// <summary>Confidence above which a sentence of running text is quoted, 0 to 1. Default 0.5.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Deciding:MinQuoteConfidence must be between {1} and {2}.")]
    public double MinQuoteConfidence { get; set; } = 0.5;

    /// <summary>Confidence of the best line from which no sentence is quoted instead, 0 to 1. Default 0.7.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Deciding:SureConfidence must be between {1} and {2}.")]
    public double SureConfidence { get; set; } = 0.7;

    /// <summary>Confidence with which the first of several questions in a message must be answered for them to be answered one by one, 0 to 1. Default 0.5.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Deciding:MinPartConfidence must be between {1} and {2}.")]
    public double MinPartConfidence { get; set; } = 0.5;
}
