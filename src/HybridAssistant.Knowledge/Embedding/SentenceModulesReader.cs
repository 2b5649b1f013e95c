using System.Text.Json;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>Reads <c>modules.json</c> and the pooling configuration that it points to.</summary>
internal static class SentenceModulesReader
{
    public static SentenceModules Read(string folder)
    {
        var modules = JsonSettings.Read(Path.Combine(folder, "modules.json"), "how token vectors are pooled and normalised");
        PoolingMode? pooling = null;
        bool normalize = false;
        if (modules.Root.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement module in modules.Root.EnumerateArray())
            {
                string type = Text(module, "type");
                string kind = type[(type.LastIndexOf('.') + 1)..];
                switch (kind)
                {
                    case "Transformer":
                        break;
                    case "Pooling":
                        pooling = ReadPooling(Path.Combine(folder, Text(module, "path"), "config.json"));
                        break;
                    case "Normalize":
                        normalize = true;
                        break;
                    default:
                        throw new EmbeddingModelException(
                            $"'{modules.Path}' has a module of the type '{type}'; Transformer, Pooling and Normalize are supported. "
                            + "Choose a model without it.", modules.Path);
                }
            }
        }

        return new SentenceModules(
            pooling ?? throw new EmbeddingModelException($"'{modules.Path}' names no Pooling module.", modules.Path), normalize);
    }

    private static PoolingMode ReadPooling(string path)
    {
        var config = JsonSettings.Read(path, "how token vectors are pooled");
        if (config.GetBoolean("include_prompt") == false)
        {
            throw new EmbeddingModelException(
                $"'{path}' leaves the prompt out of the pooling ('include_prompt': false), which is not supported.", path);
        }

        // Since sentence-transformers 5 the mode is one string; before, it was a flag for each.
        List<string> modes = config.GetString("pooling_mode") is { } mode
            ? [mode]
            : [.. config.Root.EnumerateObject()
                .Where(entry => entry.Name.StartsWith("pooling_mode_", StringComparison.Ordinal)
                    && entry.Value.ValueKind == JsonValueKind.True)
                .Select(entry => entry.Name["pooling_mode_".Length..])];
        return modes switch
        {
            ["cls" or "cls_token"] => PoolingMode.Cls,
            ["mean" or "mean_tokens"] => PoolingMode.Mean,
            ["max" or "max_tokens"] => PoolingMode.Max,
            ["mean_sqrt_len_tokens" or "mean_sqrt_len"] => PoolingMode.MeanSqrtLength,
            _ => throw new EmbeddingModelException(
                $"'{path}' asks for the pooling '{string.Join(" + ", modes)}'; one of cls, mean, max, mean_sqrt_len is supported.",
                path),
        };
    }

    private static string Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out JsonElement value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : "";
}
