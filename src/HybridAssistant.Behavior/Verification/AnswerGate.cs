using System.Collections.Immutable;
using HybridAssistant.Behavior.Composing;

namespace HybridAssistant.Behavior.Verification;

/// <summary>
/// Step 6: what leaves the service has passed here. A model's text that breaks a rule is repaired from the facts, and where
/// that leaves nothing of it the composer's sentence stands.
/// </summary>
/// <param name="composer">Words by template.</param>
/// <param name="meter">Counts what became of texts.</param>
public sealed class AnswerGate(ComposerSpeaker composer, VerificationMeter meter)
{
    private readonly WordingVerifier _verifier = new();

    /// <summary>The text that may leave, with who spoke it.</summary>
    public SpokenAnswer Pass(SpokenAnswer draft, SpeakingRequest request)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(request);
        if (draft.Variant == ExtractiveComposer.Variant)
        {
            return draft;
        }

        ImmutableArray<VerificationFault> faults = _verifier.Verify(draft.Text, request.Decision, request.Question);
        if (faults.IsEmpty)
        {
            meter.Count(draft, VerificationOutcome.Passed, faults);
            return draft;
        }

        SpokenAnswer composed = composer.Speak(request);
        string repaired = AnswerRepair.Repair(draft.Text, faults, composed.Text, request.Decision);
        if (repaired != composed.Text && _verifier.Verify(repaired, request.Decision, request.Question).IsEmpty)
        {
            meter.Count(draft, VerificationOutcome.Repaired, faults);
            return draft with { Text = repaired };
        }

        meter.Count(draft, VerificationOutcome.Replaced, faults);
        return composed with { Takeover = $"ungrounded: {faults[0].Kind}" };
    }
}
