using System.Collections.Frozen;

namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>The vocabulary of a model file.</summary>
/// <param name="Tokens">The bytes that each token stands for; its ends of turn end a reply.</param>
/// <param name="Controls">Control tokens by their text, as <c>&lt;|im_start|&gt;</c>.</param>
/// <param name="PreTokenizer">Name of the rule by which llama.cpp splits text; empty where the file has none.</param>
public sealed record ModelVocabulary(TokenVocabulary Tokens, FrozenDictionary<string, int> Controls, string PreTokenizer);
