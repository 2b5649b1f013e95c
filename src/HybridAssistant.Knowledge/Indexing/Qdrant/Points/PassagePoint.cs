using Google.Protobuf.Collections;
using HybridAssistant.Core.Sheets;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>A passage as a point, with all that an answer needs.</summary>
internal static class PassagePoint
{
    /// <summary>Writes the payload.</summary>
    public static void Write(MapField<string, Value> payload, Passage passage, SpecSheet sheet)
    {
        payload.Set("id", passage.Id);
        payload.Set("title", sheet.Title);
        payload.Set("revision", sheet.Revision);
        payload.Set("page", passage.Page);
        payload.Set("section", passage.Section);
        payload.Set("text", passage.Text);
        payload.Set("box", BoxValue.Of(passage.Box));
        payload.Set("read_by", (long)passage.ReadBy);
        payload.Set("ordinal", passage.Ordinal);
    }

    /// <summary>Reads the passage with its sheet's title and revision.</summary>
    public static IndexEntry Read(MapField<string, Value> payload) => new(
        null,
        new Passage
        {
            Document = payload.Text(Field.Document),
            Id = payload.Text("id"),
            Page = (int)payload.Integer("page"),
            Section = payload.Text("section"),
            Text = payload.Text("text"),
            Box = BoxValue.Read(payload.List("box")),
            ReadBy = (ReadBy)payload.Integer("read_by"),
            Ordinal = (int)payload.Integer("ordinal"),
        },
        payload.Text("title"),
        payload.TextOrNull("revision"));
}
