using System.Text.Json;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Reads the tokenizer of a model folder: <c>tokenizer.json</c> where there is one, else <c>vocab.txt</c> with <c>tokenizer_config.json</c>.</summary>
internal static class TokenizerSettingsReader
{
    // No WordPiece vocabulary is near it; a damaged id must not make us allocate the array that it asks for.
    private const int LargestVocabulary = 4_000_000;

    public static TokenizerSettings Read(string folder)
    {
        var config = JsonSettings.TryRead(Path.Combine(folder, "tokenizer_config.json"));
        TokenizerSettings settings = JsonSettings.TryRead(Path.Combine(folder, "tokenizer.json")) is { } full
            ? FromTokenizerJson(full, config)
            : FromVocabulary(folder, config);

        foreach (string token in new[] { settings.UnknownToken, settings.StartToken, settings.EndToken, settings.PaddingToken })
        {
            if (!settings.Vocabulary.Contains(token))
            {
                throw new EmbeddingModelException(
                    $"The vocabulary in '{folder}' has {settings.Vocabulary.Count} tokens and lacks the special token '{token}'. "
                    + "Copy the tokenizer files of the model again.", folder);
            }
        }

        return settings;
    }

    private static TokenizerSettings FromVocabulary(string folder, JsonSettings? config)
    {
        string path = Path.Combine(folder, "vocab.txt");
        if (!File.Exists(path))
        {
            throw new EmbeddingModelException(
                $"'{folder}' has neither 'tokenizer.json' nor 'vocab.txt'. "
                + "Copy the whole sentence-transformers folder of a model with a WordPiece vocabulary (the BERT family).", folder);
        }

        bool lowerCase = config?.GetBoolean("do_lower_case") ?? true;
        return new TokenizerSettings
        {
            Vocabulary = File.ReadAllLines(path),
            UnknownToken = config?.GetToken("unk_token") ?? "[UNK]",
            StartToken = config?.GetToken("cls_token") ?? "[CLS]",
            EndToken = config?.GetToken("sep_token") ?? "[SEP]",
            PaddingToken = config?.GetToken("pad_token") ?? "[PAD]",
            SeparateCjk = config?.GetBoolean("tokenize_chinese_chars") ?? true,
            LowerCase = lowerCase,
            StripAccents = config?.GetBoolean("strip_accents") ?? lowerCase,
        };
    }

    private static TokenizerSettings FromTokenizerJson(JsonSettings file, JsonSettings? config)
    {
        JsonElement model = Part(file, "model", "WordPiece");
        JsonElement normalizer = Part(file, "normalizer", "BertNormalizer");
        Part(file, "pre_tokenizer", "BertPreTokenizer");
        bool lowerCase = Flag(normalizer, "lowercase") ?? true;
        return new TokenizerSettings
        {
            Vocabulary = ReadVocabulary(file, model),
            UnknownToken = Text(model, "unk_token") ?? "[UNK]",
            StartToken = config?.GetToken("cls_token") ?? "[CLS]",
            EndToken = config?.GetToken("sep_token") ?? "[SEP]",
            PaddingToken = config?.GetToken("pad_token") ?? "[PAD]",
            ContinuationPrefix = Text(model, "continuing_subword_prefix") ?? "##",
            MaxWordLength = model.TryGetProperty("max_input_chars_per_word", out JsonElement length) ? length.GetInt32() : 100,
            CleanText = Flag(normalizer, "clean_text") ?? true,
            SeparateCjk = Flag(normalizer, "handle_chinese_chars") ?? true,
            LowerCase = lowerCase,
            StripAccents = Flag(normalizer, "strip_accents") ?? lowerCase,
        };
    }

    private static JsonElement Part(JsonSettings file, string key, string expectedType)
    {
        JsonElement? part = file.Find(key, JsonValueKind.Object);
        string found = part is { } present ? Text(present, "type") ?? "no type" : "nothing";
        if (found != expectedType)
        {
            throw new EmbeddingModelException(
                $"'{file.Path}' has '{found}' as its {key}; only '{expectedType}' is supported (the BERT family). "
                + "Choose a model of that family.", file.Path);
        }

        return part!.Value;
    }

    private static string[] ReadVocabulary(JsonSettings file, JsonElement model)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        if (model.TryGetProperty("vocab", out JsonElement entries) && entries.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty entry in entries.EnumerateObject())
            {
                if (!entry.Value.TryGetInt32(out int id) || id is < 0 or >= LargestVocabulary)
                {
                    throw new EmbeddingModelException(
                        $"'{file.Path}' gives the token '{entry.Name}' the id {entry.Value}; ids are 0 to {LargestVocabulary - 1}. "
                        + "Copy the file again.", file.Path);
                }

                ids[entry.Name] = id;
            }
        }

        string[] vocabulary = new string[ids.Count == 0 ? 0 : ids.Values.Max() + 1];
        Array.Fill(vocabulary, "");
        foreach ((string token, int id) in ids)
        {
            vocabulary[id] = token;
        }

        return vocabulary;
    }

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool? Flag(JsonElement element, string key) =>
        element.TryGetProperty(key, out JsonElement value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;
}
