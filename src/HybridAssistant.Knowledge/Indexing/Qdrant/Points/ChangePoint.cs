using System.Globalization;
using System.Text.Json;
using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>What the last replacement of a document changed, as a point.</summary>
internal static class ChangePoint
{
    /// <summary>Writes the payload.</summary>
    public static void Write(MapField<string, Value> payload, SheetChange change)
    {
        payload.Set("changed_at", change.ChangedAt.ToString("O", CultureInfo.InvariantCulture));
        payload.Set("facts", JsonSerializer.Serialize(change.Facts));
    }

    /// <summary>Reads the change.</summary>
    public static SheetChange Read(MapField<string, Value> payload) =>
        new(payload.Text(Field.Document), IsNew: false, [.. JsonSerializer.Deserialize<FactChange[]>(payload.Text("facts"))!])
        {
            ChangedAt = DateTimeOffset.ParseExact(payload.Text("changed_at"), "O", CultureInfo.InvariantCulture),
        };
}
