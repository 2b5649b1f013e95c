using Google.Protobuf.Collections;
using HybridAssistant.Core.Codes;
using HybridAssistant.Knowledge.Indexing.Contents;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>A code as a point. Its fronts stand beside it: servers before 1.19 have no filter for the front of a keyword.</summary>
internal static class CodePoint
{
    /// <summary>Writes the payload.</summary>
    public static void Write(MapField<string, Value> payload, IndexedCode code, int ordinal)
    {
        string normalized = code.Code.Normalized;
        payload.Set(Field.Code, normalized);
        payload.Set(Field.CodeLength, normalized.Length);
        payload.Set(Field.CodePrefixes, Enumerable.Range(1, normalized.Length).Select(length => new Value { StringValue = normalized[..length] }));
        payload.Set("printed", code.Code.Printed);
        payload.Set("page", code.Code.Page);
        payload.Set("product", code.Code.Product);
        payload.Set("composed", code.IsComposed ? 1 : 0);
        payload.Set("ordinal", ordinal);
    }

    /// <summary>Reads the code.</summary>
    public static CodeMatch Read(MapField<string, Value> payload) => new(
        payload.Text(Field.Document),
        new ProductCode(payload.Text("printed"), payload.Text(Field.Code), (int)payload.Integer("page"), payload.Text("product")),
        payload.Integer("composed") != 0);

    /// <summary>Order of appearance in the document.</summary>
    public static long Ordinal(MapField<string, Value> payload) => payload.Integer("ordinal");
}
