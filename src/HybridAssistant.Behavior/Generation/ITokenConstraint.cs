namespace HybridAssistant.Behavior.Generation;

/// <summary>
/// What one reply may consist of, token by token. The decoding loop drives it: forced tokens are appended without a model step
/// of their own; where there is a choice the logits are masked, a token is sampled, and the exact test has the last word.
/// One instance serves one reply; it is not thread-safe.
/// </summary>
public interface ITokenConstraint
{
    /// <summary>Whether the reply is complete; nothing may follow.</summary>
    bool IsComplete { get; }

    /// <summary>
    /// The tokens that come next whatever the model thinks, in order; empty where the model chooses. To be passed to
    /// <see cref="Accept"/> one by one.
    /// </summary>
    ReadOnlySpan<int> Forced { get; }

    /// <summary>
    /// Sets the logits of tokens that can not come next to negative infinity. Quick and never too strict: a token that is left
    /// may still fail <see cref="Allows"/>, and is then to be masked and sampled again.
    /// </summary>
    /// <param name="logits">One logit a token of the vocabulary.</param>
    void Mask(Span<float> logits);

    /// <summary>Whether a token may come next: the exact test.</summary>
    bool Allows(int token);

    /// <summary>Appends a token.</summary>
    /// <exception cref="InvalidOperationException">The token may not come next.</exception>
    void Accept(int token);
}
