using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HybridAssistant.Feedback;

namespace HybridAssistant.Contract;

/// <summary>The public contract as JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    Converters = [typeof(BoundingBoxConverter), typeof(AnswerStatusConverter), typeof(ReadByConverter)])]
[JsonSerializable(typeof(ChatResponse))]
[JsonSerializable(typeof(ChatFactsEvent))]
[JsonSerializable(typeof(ChatDeltaEvent))]
[JsonSerializable(typeof(FeedbackEntry))]
public sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>The contract with "16 °C" written as such: the text goes to JSON readers, never into HTML.</summary>
    public static ContractJson Readable => Formats.Readable;

    /// <summary>The same, indented, for people.</summary>
    public static ContractJson Indented => Formats.Indented;

    /// <summary>For what clients send back: a part that is missing or null where none is allowed is an error.</summary>
    public static ContractJson Strict => Formats.Strict;

    // A class of its own: the generated half of this one has static fields whose order beside ours is undefined.
    private static class Formats
    {
        public static readonly ContractJson Readable = new(Relaxed(writeIndented: false));
        public static readonly ContractJson Indented = new(Relaxed(writeIndented: true));

        public static readonly ContractJson Strict = new(new JsonSerializerOptions(Default.Options)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        });

        private static JsonSerializerOptions Relaxed(bool writeIndented) => new(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = writeIndented,
        };
    }
}
