namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>Tokens that end a reply whatever the metadata say of them.</summary>
/// <remarks>The texts by which llama.cpp (llama-vocab.cpp, MIT) knows them, since files name only one or two.</remarks>
internal static class EndOfTurnTokens
{
    /// <summary>Keys of metadata that name a token which ends a reply.</summary>
    public static readonly string[] Keys =
        ["tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"];

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|eom_id|>", "<|end|>", "<|end_of_text|>", "<end_of_turn>", "<EOT>", "[EOT]",
        "<end_of_utterance>", "<｜end▁of▁sentence｜>", "</s>",
    };

    /// <summary>Whether a token of this text ends a reply.</summary>
    public static bool Has(string text) => Texts.Contains(text);
}
