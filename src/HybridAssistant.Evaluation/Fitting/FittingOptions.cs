namespace HybridAssistant.Evaluation.Fitting;

/// <summary>How weights are fitted.</summary>
public sealed record FittingOptions
{
    /// <summary>How strongly weights are drawn towards where they start: factor of the squared distance, 0 or more.</summary>
    public double Pull { get; init; } = 0.0003;

    /// <summary>How much a question without an answer counts against one with an answer, above 0.</summary>
    public double NoneWeight { get; init; } = 1;

    /// <summary>Steps of the optimiser, 1 or more.</summary>
    public int Steps { get; init; } = 400;

    /// <summary>Size of a step, above 0.</summary>
    public double StepSize { get; init; } = 0.05;
}
