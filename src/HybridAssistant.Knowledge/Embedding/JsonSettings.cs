using System.Text.Json;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>One JSON file of a model folder, read leniently by key and strictly by type.</summary>
internal sealed class JsonSettings
{
    private readonly JsonElement _root;

    private JsonSettings(string path, JsonElement root)
    {
        Path = path;
        _root = root;
    }

    public string Path { get; }

    public JsonElement Root => _root;

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="EmbeddingModelException">The file is no JSON.</exception>
    public static JsonSettings? TryRead(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new JsonSettings(path, document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            throw new EmbeddingModelException(
                $"'{path}' is not valid JSON ({exception.Message}). Copy the model folder again.", path, exception);
        }
    }

    /// <exception cref="EmbeddingModelException">There is no such file, or it is no JSON.</exception>
    public static JsonSettings Read(string path, string neededFor) => TryRead(path)
        ?? throw new EmbeddingModelException(
            $"'{path}' is missing; it says {neededFor}. Copy the whole sentence-transformers folder.", path);

    public string? GetString(string key) => Find(key, JsonValueKind.String)?.GetString();

    public int? GetInt32(string key) =>
        Find(key, JsonValueKind.Number) is { } number && number.TryGetDouble(out double value)
            ? (int)Math.Min(value, int.MaxValue)
            : null;

    public bool? GetBoolean(string key) =>
        _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(key, out JsonElement value)
            && value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? _root.GetProperty(key).GetBoolean()
                : null;

    /// <summary>A special token: a string, or an object with <c>content</c>.</summary>
    public string? GetToken(string key) =>
        GetString(key) ?? (Find(key, JsonValueKind.Object) is { } token && token.TryGetProperty("content", out JsonElement content)
            ? content.GetString()
            : null);

    public JsonElement? Find(string key, JsonValueKind kind) =>
        _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(key, out JsonElement value) && value.ValueKind == kind
            ? value
            : null;
}
