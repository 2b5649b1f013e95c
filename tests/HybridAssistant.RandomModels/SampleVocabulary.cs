using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Behavior.Generation.Gguf;

namespace HybridAssistant.RandomModels;

/// <summary>A byte-level BPE vocabulary: control tokens, the 256 bytes, then one token a merge.</summary>
/// <param name="PreTokenizer">Name of the rule that splits text before merging, as llama.cpp knows it.</param>
/// <param name="Tokens">The tokens, in the letters of byte-level BPE; control tokens as they are written.</param>
/// <param name="Merges">The merges, the first the most urgent: two tokens with a blank between.</param>
/// <param name="Controls">Number of control tokens; they come first.</param>
public sealed record SampleVocabulary(
    string PreTokenizer, ImmutableArray<string> Tokens, ImmutableArray<string> Merges, int Controls)
{
    /// <summary>The tokens that SmolLM2 begins its vocabulary with, where they matter: end of text, begin and end of a turn.</summary>
    private static readonly string[] ControlTokens = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"];

    /// <summary>Beginning of a turn; the beginning of text too.</summary>
    public static int TurnStart => 1;

    /// <summary>End of a turn, and of a reply.</summary>
    public static int TurnEnd => 2;

    /// <summary>About 2,000 tokens: bytes, English words, and pieces that mix digits, braces and quotes.</summary>
    public static SampleVocabulary Small { get; } = MakeSmall();

    /// <summary>49,152 tokens: those of <see cref="Small"/> without its numbers of several digits, and words made of syllables.</summary>
    public static SampleVocabulary Large { get; } = MakeLarge(49_152);

    /// <summary>Adds the vocabulary to a file.</summary>
    internal void WriteTo(GgufWriter file)
    {
        file.Set("tokenizer.ggml.model", "gpt2");
        file.Set("tokenizer.ggml.pre", PreTokenizer);
        file.Set("tokenizer.ggml.tokens", Tokens.ToArray());
        // 1 an ordinary token, 3 a control token (llama_token_type).
        file.Set("tokenizer.ggml.token_type", Tokens.Select((_, id) => id < Controls ? 3 : 1).ToArray());
        file.Set("tokenizer.ggml.merges", Merges.ToArray());
        file.Set("tokenizer.ggml.bos_token_id", (uint)TurnStart);
        file.Set("tokenizer.ggml.eos_token_id", (uint)TurnEnd);
        file.Set("tokenizer.ggml.unknown_token_id", 0u);
        file.Set("tokenizer.ggml.padding_token_id", (uint)TurnEnd);
        file.Set("tokenizer.ggml.add_bos_token", false);
        file.Set("tokenizer.ggml.add_space_prefix", false);
        file.Set("tokenizer.chat_template", Resource("chat-template.jinja"));
    }

    private static SampleVocabulary MakeSmall()
    {
        var builder = new BytePairBuilder(ControlTokens);
        foreach (string text in Pieces().Concat(Words()))
        {
            builder.Learn(text);
        }

        return builder.Build("gpt-2");
    }

    private static SampleVocabulary MakeLarge(int count)
    {
        var builder = new BytePairBuilder(ControlTokens);
        // SmolLM2 takes digits one by one: none of its tokens has two.
        foreach (string text in Pieces().Where(piece => piece.Count(char.IsAsciiDigit) < 2).Concat(Words()))
        {
            builder.Learn(text);
        }

        var syllables = new SyllableWords(seed: 1);
        while (builder.Count < count)
        {
            builder.Learn(syllables.Next(), count);
        }

        return builder.Build("smollm");
    }

    private static IEnumerable<string> Pieces() => Lines("pieces.txt").Select(piece => piece.Replace('␠', ' ').Replace('␊', '\n'));

    private static IEnumerable<string> Words() => Lines("words.txt").SelectMany(word => new[] { " " + word, word });

    private static IEnumerable<string> Lines(string resource) =>
        Resource(resource).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');

    private static string Resource(string name)
    {
        using Stream stream = typeof(SampleVocabulary).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
