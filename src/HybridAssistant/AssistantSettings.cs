namespace HybridAssistant;

/// <summary>The settings of an assistant that is set up in code instead of a configuration.</summary>
public sealed class AssistantSettings
{
    /// <summary>Folder of the index, the stored documents and the caches. Default: "data" under the working folder.</summary>
    public string Data { get; set; } = "data";

    /// <summary>The model that embeds: a shipped one by name, a folder, or empty for words only. Default: all-MiniLM-L6-v2.</summary>
    public string? EmbeddingModel { get; set; }

    /// <summary>The language model that words: a GGUF file or a name. Default: none, and the composer words.</summary>
    public string? LanguageModel { get; set; }

    /// <summary>Any other setting by its full key, as in a configuration: ["Behavior:Upstream:Endpoint"] = "http://127.0.0.1:8000/v1".</summary>
    public IDictionary<string, string?> Others { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    internal IEnumerable<KeyValuePair<string, string?>> ToConfiguration()
    {
        var all = new Dictionary<string, string?>(Others, StringComparer.OrdinalIgnoreCase) { [nameof(Data)] = Data };
        if (EmbeddingModel is not null)
        {
            all["Embedding:Model"] = EmbeddingModel;
        }

        if (LanguageModel is not null)
        {
            all["Behavior:Model"] = LanguageModel;
        }

        return all;
    }
}
