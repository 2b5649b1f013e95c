using HybridAssistant.Behavior.Composing;
using HybridAssistant.Behavior.Generation;
using Microsoft.Extensions.Logging;

namespace HybridAssistant.Behavior;

/// <summary>Lets the composer answer where a model fails or takes too long: the service degrades, it does not fail.</summary>
/// <param name="speaker">Has a model word.</param>
/// <param name="composer">Takes over.</param>
/// <param name="timeout">How long the model may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears why.</param>
/// <param name="setting">The setting of the time-out, which the log names.</param>
public sealed partial class FallbackSpeaker(
    IAnswerSpeaker speaker, ComposerSpeaker composer, TimeSpan timeout, TimeProvider time, ILogger logger,
    string setting = "Behavior:TimeoutMilliseconds") : IAnswerSpeaker
{
    /// <inheritdoc />
    public async Task<SpokenAnswer> SpeakAsync(SpeakingRequest request, CancellationToken cancellationToken = default)
    {
        // A model ends its work between two steps, which may take seconds beside other load; the answer does not wait for that.
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await speaker.SpeakAsync(request, given.Token).WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await given.CancelAsync().ConfigureAwait(false);
            TimedOut(logger, timeout.TotalMilliseconds, setting);
            return composer.Speak(request) with { Takeover = "time-out" };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What a parser says of a reply may quote it, and replies hold text of sheets.
            Failed(logger, e is GenerationException ? e.Message : e.GetType().Name);
            return composer.Speak(request) with { Takeover = "model failed" };
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model took longer than {Milliseconds} ms; the composer answers. Raise {Setting} or give the model more threads.")]
    private static partial void TimedOut(ILogger logger, double milliseconds, string setting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model failed; the composer answers. {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
