using System.Text.Json;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Reads a sentence-transformers folder. What the folder does not say is an error, never a guess.</summary>
internal static class ModelFolderReader
{
    private static readonly string[] PreferredModelFiles =
        ["onnx/model.onnx", "model.onnx", "onnx/model_int8.onnx", "onnx/model_quantized.onnx"];

    /// <param name="folder">Path of the folder.</param>
    /// <param name="modelFile">ONNX file relative to it; empty: found.</param>
    /// <exception cref="EmbeddingModelException">Something is missing, damaged or unsupported.</exception>
    public static ModelFolder Read(string folder, string modelFile = "")
    {
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder))
        {
            throw new EmbeddingModelException(
                $"The embedding model folder '{folder}' does not exist. Correct Embedding:Model, or set it empty for lexical retrieval only.",
                folder);
        }

        var config = JsonSettings.Read(Path.Combine(folder, "config.json"), "the kind of model and its vector length");
        var sentence = JsonSettings.TryRead(Path.Combine(folder, "sentence_bert_config.json"));
        var prompts = JsonSettings.TryRead(Path.Combine(folder, "config_sentence_transformers.json"));
        SentenceModules modules = SentenceModulesReader.Read(folder);
        TokenizerSettings tokenizer = TokenizerSettingsReader.Read(folder);

        return new ModelFolder
        {
            Path = Path.TrimEndingDirectorySeparator(folder),
            ModelFile = FindModelFile(folder, modelFile),
            Architecture = config.GetString("model_type") ?? "unknown",
            Tokenizer = sentence?.GetBoolean("do_lower_case") == true ? tokenizer with { LowerCase = true } : tokenizer,
            MaxTokens = ReadMaxTokens(folder, config, sentence),
            Pooling = modules.Pooling,
            Normalize = modules.Normalize,
            Dimensions = config.GetInt32("hidden_size") ?? config.GetInt32("dim")
                ?? throw new EmbeddingModelException($"'{config.Path}' has no 'hidden_size'.", config.Path),
            QueryPrefix = Prompt(prompts, "query"),
            DocumentPrefix = Prompt(prompts, "document", "passage"),
        };
    }

    private static int ReadMaxTokens(string folder, JsonSettings config, JsonSettings? sentence)
    {
        int? positions = config.GetInt32("max_position_embeddings");
        int? stated = sentence?.GetInt32("max_seq_length")
            ?? JsonSettings.TryRead(Path.Combine(folder, "tokenizer_config.json"))?.GetInt32("model_max_length");
        int tokens = Math.Min(stated ?? int.MaxValue, positions ?? int.MaxValue);
        return tokens is >= 3 and < int.MaxValue
            ? tokens
            : throw new EmbeddingModelException(
                $"The longest text of the model in '{folder}' is stated nowhere (or is below 3 tokens): 'max_seq_length' in "
                + "sentence_bert_config.json, 'model_max_length' in tokenizer_config.json or 'max_position_embeddings' in config.json.",
                folder);
    }

    private static string Prompt(JsonSettings? file, params ReadOnlySpan<string> names)
    {
        if (file?.Find("prompts", JsonValueKind.Object) is not { } prompts)
        {
            return "";
        }

        foreach (string name in names)
        {
            if (prompts.TryGetProperty(name, out JsonElement prompt) && prompt.ValueKind == JsonValueKind.String)
            {
                return prompt.GetString()!;
            }
        }

        // sentence-transformers puts the default prompt, if one is named, before everything else.
        return file.GetString("default_prompt_name") is { } standard
            && prompts.TryGetProperty(standard, out JsonElement text)
            && text.ValueKind == JsonValueKind.String
                ? text.GetString()!
                : "";
    }

    private static string FindModelFile(string folder, string configured)
    {
        if (configured.Length > 0)
        {
            string path = Path.Combine(folder, configured);
            return File.Exists(path)
                ? path
                : throw new EmbeddingModelException($"Embedding:ModelFile '{configured}' is not in '{folder}'.", path);
        }

        foreach (string preferred in PreferredModelFiles)
        {
            string path = Path.Combine(folder, preferred);
            if (File.Exists(path))
            {
                return path;
            }
        }

        string onnxFolder = Path.Combine(folder, "onnx");
        string[] found = Directory.Exists(onnxFolder) ? Directory.GetFiles(onnxFolder, "model*.onnx") : [];
        return found switch
        {
            [string only] => only,
            [] => throw new EmbeddingModelException(
                $"'{folder}' holds no ONNX file (looked for onnx/model*.onnx and model.onnx). "
                + "Export the model to ONNX, or choose a folder that has it.", folder),
            _ => throw new EmbeddingModelException(
                $"'{onnxFolder}' holds {found.Length} ONNX files; name one in Embedding:ModelFile: "
                + string.Join(", ", found.Select(Path.GetFileName).Order(StringComparer.Ordinal)) + ".", onnxFolder),
        };
    }
}
