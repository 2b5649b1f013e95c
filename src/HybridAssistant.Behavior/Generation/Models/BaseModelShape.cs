namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>The measures of a base model.</summary>
/// <param name="Architecture">"llama" or "qwen2".</param>
/// <param name="Layers">Number of layers.</param>
/// <param name="Width">Numbers of an embedding.</param>
/// <param name="Heads">Heads of attention.</param>
/// <param name="KeyValueHeads">Heads of keys and values; <paramref name="Heads"/> is a multiple.</param>
/// <param name="KeyWidth">Numbers of a head's key (and query).</param>
/// <param name="ValueWidth">Numbers of a head's value.</param>
/// <param name="FeedForward">Numbers within the feed-forward part.</param>
/// <param name="ContextLength">Positions that the model was trained on.</param>
public sealed record BaseModelShape(
    string Architecture,
    int Layers,
    int Width,
    int Heads,
    int KeyValueHeads,
    int KeyWidth,
    int ValueWidth,
    int FeedForward,
    int ContextLength);
