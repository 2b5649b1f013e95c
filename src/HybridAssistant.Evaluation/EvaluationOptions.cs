namespace HybridAssistant.Evaluation;

/// <summary>How an evaluation runs.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Questions asked before the clock counts, so that a cold start is not measured as an answer.</summary>
    public int WarmUps { get; init; } = 3;

    /// <summary>Checks a reply as JSON: null where it is valid, else what is wrong. Not set: not measured.</summary>
    public Func<Core.Answers.Answer, string?>? ValidateJson { get; init; }
}
