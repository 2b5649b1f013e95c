namespace HybridAssistant.Behavior;

/// <summary>
/// Step 5 of the answer pipeline: words what was decided. Nothing else is left to it: status, facts and citations are final.
/// </summary>
public interface IAnswerSpeaker
{
    /// <summary>Words a decision. The text has passed verification, or is the composer's.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<SpokenAnswer> SpeakAsync(SpeakingRequest request, CancellationToken cancellationToken = default);
}
