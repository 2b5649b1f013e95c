using System.Text;
using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Text to the token ids that the model was trained on; equal to Hugging Face's tokenizer, id by id.</summary>
internal sealed partial class BertTextTokenizer
{
    private readonly WordPieceTokenizer _wordPiece;
    private readonly long _startId;
    private readonly long _endId;
    private readonly int _maxTokens;

    private BertTextTokenizer(WordPieceTokenizer wordPiece, TokenizerSettings settings, int maxTokens)
    {
        _wordPiece = wordPiece;
        _maxTokens = maxTokens;
        _startId = IdOf(settings, settings.StartToken);
        _endId = IdOf(settings, settings.EndToken);
        PaddingId = IdOf(settings, settings.PaddingToken);
    }

    public long PaddingId { get; }

    /// <param name="settings">From the model's folder.</param>
    /// <param name="maxTokens">Longest text, start and end token included; what is beyond is cut off.</param>
    public static BertTextTokenizer Create(TokenizerSettings settings, int maxTokens)
    {
        var options = new WordPieceOptions
        {
            UnknownToken = settings.UnknownToken,
            ContinuingSubwordPrefix = settings.ContinuationPrefix,
            MaxInputCharsPerWord = settings.MaxWordLength,
            Normalizer = new BertNormalizer(
                settings.CleanText, settings.SeparateCjk, settings.StripAccents, settings.LowerCase),
            // No special tokens: "[SEP]" in a sheet or a question is text, never a control token.
            PreTokenizer = new RegexPreTokenizer(WordPattern, specialTokens: null),
        };
        using var vocabulary = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', settings.Vocabulary)));
        return new BertTextTokenizer(WordPieceTokenizer.Create(vocabulary, options), settings, maxTokens);
    }

    public long[] Encode(string text)
    {
        IReadOnlyList<int> pieces = _wordPiece.EncodeToIds(text);
        int count = Math.Min(pieces.Count, _maxTokens - 2);
        long[] ids = new long[count + 2];
        ids[0] = _startId;
        for (int i = 0; i < count; i++)
        {
            ids[i + 1] = pieces[i];
        }

        ids[^1] = _endId;
        return ids;
    }

    private static int IdOf(TokenizerSettings settings, string token)
    {
        for (int id = 0; id < settings.Vocabulary.Count; id++)
        {
            if (settings.Vocabulary[id] == token)
            {
                return id;
            }
        }

        throw new ArgumentException($"The vocabulary lacks the special token '{token}'.", nameof(settings));
    }

    // Each punctuation mark is a word; BERT counts the ASCII symbols $ + < = > ^ ` | ~ among them.
    [GeneratedRegex(@"[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern { get; }
}
