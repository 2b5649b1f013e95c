using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HybridAssistant.Cli.Output;

/// <summary>What the commands write for scripts: one object a line, text as it is.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SearchLine))]
[JsonSerializable(typeof(SelectionSummary))]
[JsonSerializable(typeof(FactLine))]
[JsonSerializable(typeof(IngestionLine))]
[JsonSerializable(typeof(DocumentLine))]
[JsonSerializable(typeof(ModelLine))]
[JsonSerializable(typeof(CheckupLine))]
[JsonSerializable(typeof(HybridAssistant.Unanswered.UnansweredQuestion))]
[JsonSerializable(typeof(HybridAssistant.Knowledge.Indexing.Qdrant.Checks.QdrantCheckResult))]
[JsonSerializable(typeof(HybridAssistant.Knowledge.Indexing.IndexInfo))]
internal sealed partial class CliJson : JsonSerializerContext
{
    public static CliJson Readable => Formats.Readable;

    // A class of its own: the generated half of this one has static fields whose order beside ours is undefined.
    private static class Formats
    {
        public static readonly CliJson Readable = new(new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }
}
