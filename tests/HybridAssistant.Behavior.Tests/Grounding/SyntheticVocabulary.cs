using System.Text;
using HybridAssistant.Behavior.Generation;

namespace HybridAssistant.Behavior.Tests.Grounding;

/// <summary>
/// A vocabulary as byte-level BPE makes them: all bytes, syllables and words with and without a blank before them, and tokens
/// across every border that the rules draw.
/// </summary>
internal static class SyntheticVocabulary
{
    private static readonly string[] Words =
    [
        "the", "pressure", "weight", "is", "of", "and", "for", "at", "with", "it", "seal", "kit", "fits", "no", "not", "none", "without", "cannot",
        "sixteen", "six", "teen", "ten", "half", "third", "first", "both", "higher", "than", "more", "max", "bar", "psi", "mm", "kg", "twelve", "tension",
        "height", "yes", "Yes", "No", "The", "KX", "IO", "ll", "Il", "I", "a", "i", "o", "n't", "'s", "n", "t", "isn", "un", "able", "well", "known",
        "minus", "million", "xvi", "XVI", "V", "in", "seven", "ty", "eigh", "Kx", "kx", "approximately", "states", "sheet", "pump", "valve",
    ];

    private static readonly string[] Marks =
    [
        ".\"", "\"}", ".\"}", "{v", "{p", "{a", " {", " {v1}", "{v1}", "{v1", "}.", "}, {", "1}", "v1", "v", "p1", "16", " 16", " 80", "2", "200", "-200", "KX-200",
        " KX-200", "°C", " °C", "°", "½", "²", "١", "٣", "０", "Ⅳ", "l6", "O0", ". ", ", ", ": ", " -", "--", "..", "!", "?", "\\n", "\\u0031", "\\", "\n", "\t", "\u200b",
        "\u0430", "\u043e", "é", "–", "−", "“", "”", "(", ")", "[", "]", "%", "+", "<", ">", "=", "/", "*", "#", "_", "  ", "; ", " and {", ": {v", "'", "-", "s", " a",
    ];

    /// <summary>The vocabulary; its last two tokens are control tokens.</summary>
    public static TokenVocabulary Create()
    {
        List<ReadOnlyMemory<byte>> tokens = [.. Enumerable.Range(0, 256).Select(b => (ReadOnlyMemory<byte>)new[] { (byte)b })];
        tokens.AddRange(Words.SelectMany(w => new[] { w, " " + w }).Concat(Marks).Distinct(StringComparer.Ordinal)
            .Select(t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t)));
        tokens.Add(default);
        tokens.Add(default);
        return new TokenVocabulary(tokens, [tokens.Count - 1]);
    }
}
