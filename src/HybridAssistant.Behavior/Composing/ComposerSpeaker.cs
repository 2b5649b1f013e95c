using HybridAssistant.Behavior.Verification;
using HybridAssistant.Core.Answers;

namespace HybridAssistant.Behavior.Composing;

/// <summary>Words by template: the fallback of every model.</summary>
public sealed class ComposerSpeaker : IAnswerSpeaker
{
    private readonly ExtractiveComposer _composer = new();
    private readonly AnswerVerifier _verifier = new();

    /// <inheritdoc />
    public Task<SpokenAnswer> SpeakAsync(SpeakingRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(Speak(request));

    /// <summary>Words a decision.</summary>
    public SpokenAnswer Speak(SpeakingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string text = request.IsRest && request.Decision.Status == AnswerStatus.NotFound
            ? _composer.ComposeRest() : _composer.Compose(request.Decision);

        // What is not grounded is never passed on.
        return new SpokenAnswer(
            _verifier.FindUngrounded(text, request.Decision, request.Question).IsEmpty ? text : _composer.ComposeSafely(request.Decision),
            ExtractiveComposer.Variant);
    }
}
