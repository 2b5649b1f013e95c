using System.Text.Json;

namespace HybridAssistant.Knowledge.Tests.Embedding;

/// <summary>A text with the token ids and, for some, the float32 embedding of the reference implementation.</summary>
public sealed record ReferenceText(string Text, long[] Ids, float[]? Embedding)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ReferenceText> ReadAll(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<ReferenceText>(line, Json)!)];

    public static IReadOnlyList<ReferenceText> ReadOwn() =>
        ReadAll(Path.Combine(AppContext.BaseDirectory, "Embedding", "reference.jsonl"));
}
