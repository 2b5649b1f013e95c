using System.Text.Encodings.Web;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HybridAssistant.Evaluation.Reporting;

/// <summary>Reports as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EvaluationJsonReport))]
[JsonSerializable(typeof(ImmutableArray<EvaluationReport>))]
public sealed partial class EvaluationJson : JsonSerializerContext
{
    /// <summary>Indented, with "16 °C" written as such.</summary>
    public static EvaluationJson Readable => Formats.Readable;

    // A class of its own: the generated half of this one has static fields whose order beside ours is undefined.
    private static class Formats
    {
        public static readonly EvaluationJson Readable = new(new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
        });
    }
}
