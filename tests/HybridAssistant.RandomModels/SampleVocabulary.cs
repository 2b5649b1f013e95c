using System.Collections.Immutable;
using System.Text;
using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.RandomModels;

/// <summary>A vocabulary for random models: control tokens, the 256 bytes, then words and pieces.</summary>
public sealed class SampleVocabulary
{
    /// <summary>The tokens that SmolLM2 begins its vocabulary with, where they matter: end of text, begin and end of a turn.</summary>
    private static readonly string[] ControlTokens = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"];

    private static readonly Lazy<SampleVocabulary> LargeOnce = new(() => MakeLarge(49_152));

    private readonly string _model;
    private readonly string _preTokenizer;
    private readonly ImmutableArray<TokenKind> _kinds;
    private readonly ImmutableArray<string> _merges;

    internal SampleVocabulary(
        string model, string preTokenizer, ImmutableArray<string> tokens, ImmutableArray<TokenKind> kinds, ImmutableArray<string> merges)
    {
        _model = model;
        _preTokenizer = preTokenizer;
        Tokens = tokens;
        _kinds = kinds;
        _merges = merges;
    }

    /// <summary>The tokens as the file writes them.</summary>
    public ImmutableArray<string> Tokens { get; }

    /// <summary>Beginning of a turn; the beginning of text too.</summary>
    public static int TurnStart => 1;

    /// <summary>End of a turn, and of a reply.</summary>
    public static int TurnEnd => 2;

    /// <summary>The bytes and a few merges: a header of few bytes, for tests that change each of them.</summary>
    public static SampleVocabulary Smallest { get; } = MakeSmallest();

    /// <summary>About 2,000 tokens: bytes, English words, and pieces that mix digits, braces and quotes.</summary>
    public static SampleVocabulary Small { get; } = MakeSmall();

    /// <summary>49,152 tokens: those of <see cref="Small"/> without its numbers of several digits, and words made of syllables.</summary>
    public static SampleVocabulary Large => LargeOnce.Value;

    /// <summary>SentencePiece with bytes to fall back on: about 1,000 tokens.</summary>
    public static SampleVocabulary SentencePiece { get; } = MakeSentencePiece();

    /// <summary>Adds the vocabulary to a file.</summary>
    internal void WriteTo(GgufWriter file)
    {
        file.Set("tokenizer.ggml.model", _model);
        file.Set("tokenizer.ggml.pre", _preTokenizer);
        file.Set("tokenizer.ggml.tokens", Tokens.ToArray());
        file.Set("tokenizer.ggml.token_type", _kinds.Select(kind => (int)kind).ToArray());
        if (_merges.IsEmpty)
        {
            file.Set("tokenizer.ggml.scores", Tokens.Select((_, id) => -(float)id).ToArray());
        }
        else
        {
            file.Set("tokenizer.ggml.merges", _merges.ToArray());
        }

        file.Set("tokenizer.ggml.bos_token_id", (uint)TurnStart);
        file.Set("tokenizer.ggml.eos_token_id", (uint)TurnEnd);
        file.Set("tokenizer.ggml.unknown_token_id", 0u);
        file.Set("tokenizer.ggml.padding_token_id", (uint)TurnEnd);
        file.Set("tokenizer.ggml.add_bos_token", false);
        file.Set("tokenizer.ggml.add_space_prefix", false);
        file.Set("tokenizer.chat_template", Resource("chat-template.jinja"));
    }

    private static SampleVocabulary MakeSmallest()
    {
        var builder = new BytePairBuilder(ControlTokens);
        builder.Learn(" the");
        return builder.Build("gpt-2");
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

    private static SampleVocabulary MakeSentencePiece()
    {
        string[] controls = ["<unk>", "<s>", "</s>"];
        IEnumerable<string> bytes = Enumerable.Range(0, 256).Select(value => $"<0x{value:X2}>");
        IEnumerable<string> letters = Enumerable.Range('!', '~' - '!' + 1).Select(letter => ((char)letter).ToString());
        // Longer pieces are made of pairs of shorter ones: each beginning of a word is a piece as well.
        IEnumerable<string> words = Words().SelectMany(word => Enumerable.Range(1, word.Length).Select(length => word[..length]));
        ImmutableArray<string> tokens =
            [.. controls, .. bytes, .. letters.Concat(words).Select(text => text.Replace(' ', '\u2581')).Distinct(StringComparer.Ordinal)];
        return new SampleVocabulary("llama", "default", tokens, [.. tokens.Select((_, id) => KindOf(id, controls.Length))], []);
    }

    private static TokenKind KindOf(int id, int controls) => id switch
    {
        0 => TokenKind.Unknown,
        _ when id < controls => TokenKind.Control,
        _ when id < controls + 256 => TokenKind.Byte,
        _ => TokenKind.Normal,
    };

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
