using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HybridAssistant.Api.OpenAi;

/// <summary>OpenAI's contract as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(OpenAiError))]
[JsonSerializable(typeof(Completion))]
[JsonSerializable(typeof(CompletionChunk))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(EmbeddingList))]
[JsonSerializable(typeof(float[]))]
[JsonSerializable(typeof(string))]
internal sealed partial class OpenAiJson : JsonSerializerContext
{
    /// <summary>With "16 °C" written as such: the text goes to JSON readers, never into HTML.</summary>
    public static OpenAiJson Readable => Formats.Readable;

    // A class of its own: the generated half of this one has static fields whose order beside ours is undefined.
    private static class Formats
    {
        public static readonly OpenAiJson Readable = new(new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }
}
