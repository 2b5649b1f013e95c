namespace HybridAssistant.Behavior.Generation;

/// <summary>How the next token is taken from the model's logits.</summary>
/// <param name="Temperature">Above 0 to 2; 0: the likeliest token, and the rest does not matter.</param>
/// <param name="TopK">How many of the likeliest tokens are drawn from, 1 or more.</param>
/// <param name="TopP">The likeliest tokens that together have this probability are drawn from, above 0 to 1.</param>
/// <param name="Seed">The same seed draws the same tokens from the same logits.</param>
public sealed record SamplingSettings(float Temperature, int TopK, float TopP, int Seed)
{
    /// <summary>Always the likeliest token.</summary>
    public static SamplingSettings Greedy { get; } = new(0, 1, 1, 0);
}
