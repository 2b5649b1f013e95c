using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Collections;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Knowledge.Indexing.Qdrant.Collections;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using HybridAssistant.Knowledge.Indexing.Sqlite;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Benchmarks;

/// <summary>
/// Sizes of the points that the documents of an index become in Qdrant, which docs/scale.md multiplies. No server is asked, and
/// dense vectors are left out: they have 4 bytes a dimension whatever they are of.
/// </summary>
internal static class PointSizes
{
    /// <summary>Word on the command line that asks for it.</summary>
    public const string Command = "points";

    private static readonly HashSet<string> Indexed = [.. CollectionSchema.IndexedFields.Select(field => field.Name)];

    /// <summary>Measures an index file and writes a table.</summary>
    /// <param name="path">The index (data/index.db).</param>
    public static async Task WriteAsync(string path)
    {
        await using SqliteKnowledgeIndex index = SqliteKnowledgeIndex.Open(new SqliteIndexOptions { Path = path }, TimeProvider.System);
        var points = new List<PointStruct>();
        int sheets = 0;
        int pages = 0;
        foreach (IndexedDocument document in await index.ListAsync())
        {
            SpecSheet sheet = (await index.FindAsync(document.Document))!;
            points.AddRange(new SheetPoints(new IndexedSheet { Sheet = sheet, Origin = document.Origin }, generation: 1, LineLengths.Default)
                .Make(document.SupersededBy, document.IndexedAt));
            sheets++;
            pages += document.PageCount;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sheets} sheets, {pages} pages, {points.Count} points"));
        Console.WriteLine("kind       points  a sheet  a page  payload bytes (JSON)  terms  indexed values");
        foreach (IGrouping<string, PointStruct> kind in points.GroupBy(point => point.Payload[Field.Kind].StringValue).OrderByDescending(kind => kind.Count()))
        {
            Write(kind.Key, [.. kind], sheets, pages);
        }

        Write("all", points, sheets, pages);
        PointStruct[] documents = [.. points.Where(point => point.Payload[Field.Kind].StringValue == PointKind.Document)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a document in the memory of a replica: {HeldBytes(documents):0} bytes"));
    }

    // What a snapshot keeps of every document, as a replica reads it from the server.
    private static double HeldBytes(PointStruct[] documents)
    {
        const int Times = 200;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var held = new List<HeldDocument>(Times * documents.Length);
        for (int time = 0; time < Times; time++)
        {
            // Each answer of the server brings strings of its own.
            held.AddRange(documents.Select(document => DocumentPoint.Read(PointStruct.Parser.ParseFrom(document.ToByteArray()).Payload)));
        }

        double bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / held.Count;
        GC.KeepAlive(held);
        return bytes;
    }

    private static void Write(string name, List<PointStruct> points, int sheets, int pages) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-9}{points.Count,8}{(double)points.Count / sheets,9:0.0}{(double)points.Count / pages,8:0.0}{points.Average(JsonBytes),22:0}{points.Average(Terms),7:0.0}{points.Average(IndexedValues),16:0.0}"));

    private static double Terms(PointStruct point) => point.Vectors.Vectors_.Vectors.Values.Sum(vector => vector.Sparse?.Indices.Count ?? 0);

    private static double IndexedValues(PointStruct point) =>
        point.Payload.Where(field => Indexed.Contains(field.Key)).Sum(field => field.Value.ListValue?.Values.Count ?? 1);

    private static double JsonBytes(PointStruct point)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json, point.Payload);
        }

        return stream.Length;
    }

    private static void Write(Utf8JsonWriter json, MapField<string, Value> payload)
    {
        json.WriteStartObject();
        foreach ((string field, Value value) in payload)
        {
            json.WritePropertyName(field);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.IntegerValue:
                json.WriteNumberValue(value.IntegerValue);
                break;
            case Value.KindOneofCase.DoubleValue:
                json.WriteNumberValue(value.DoubleValue);
                break;
            case Value.KindOneofCase.ListValue:
                json.WriteStartArray();
                foreach (Value one in value.ListValue.Values)
                {
                    Write(json, one);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.StringValue);
                break;
        }
    }
}
