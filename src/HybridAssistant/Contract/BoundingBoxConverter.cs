using System.Text.Json;
using System.Text.Json.Serialization;
using HybridAssistant.Core.Sheets;

namespace HybridAssistant.Contract;

/// <summary>Writes a box as [x0, y0, x1, y1], in hundredths of a point: finer than any printer.</summary>
internal sealed class BoundingBoxConverter : JsonConverter<BoundingBox>
{
    public override BoundingBox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<double> edges = stackalloc double[4];
        for (int i = 0; i < edges.Length; i++)
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.Number)
            {
                throw new JsonException("A box is an array of four numbers: [x0, y0, x1, y1].");
            }

            edges[i] = reader.GetDouble();
        }

        return reader.Read() && reader.TokenType == JsonTokenType.EndArray
            ? new BoundingBox(edges[0], edges[1], edges[2], edges[3])
            : throw new JsonException("A box is an array of four numbers: [x0, y0, x1, y1].");
    }

    public override void Write(Utf8JsonWriter writer, BoundingBox value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(value.X0, 2));
        writer.WriteNumberValue(Math.Round(value.Y0, 2));
        writer.WriteNumberValue(Math.Round(value.X1, 2));
        writer.WriteNumberValue(Math.Round(value.Y1, 2));
        writer.WriteEndArray();
    }
}
