namespace HybridAssistant.Behavior.Verification;

/// <summary>What became of a model's text.</summary>
public enum VerificationOutcome
{
    /// <summary>It left as it was.</summary>
    Passed,

    /// <summary>Sentences were taken out and what they said was said from the facts.</summary>
    Repaired,

    /// <summary>The composer's sentence left instead.</summary>
    Replaced,
}
