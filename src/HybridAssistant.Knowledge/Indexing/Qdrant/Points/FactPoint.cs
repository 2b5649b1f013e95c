using Google.Protobuf.Collections;
using HybridAssistant.Core.Codes;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>A fact as a point: all that an answer needs, title and revision included.</summary>
internal static class FactPoint
{
    /// <summary>Product key of a fact that holds for all models of its sheet; no code is normalised to it.</summary>
    public const string AllProducts = "*";

    /// <summary>The product key of a normalised product.</summary>
    public static string Key(string normalized) => normalized.Length == 0 ? AllProducts : normalized;

    /// <summary>Writes the payload.</summary>
    public static void Write(MapField<string, Value> payload, Fact fact, SpecSheet sheet)
    {
        payload.Set("id", fact.Id);
        payload.Set("title", sheet.Title);
        payload.Set("revision", sheet.Revision);
        payload.Set("page", fact.Page);
        payload.Set("product", fact.Product);
        payload.Set(Field.ProductKey, Key(CodeNormalizer.Normalize(fact.Product)));
        payload.Set("section", fact.Section);
        payload.Set("attribute", fact.Attribute);
        payload.Set("condition", fact.Condition);
        payload.Set("value", fact.Value);
        payload.Set("unit", fact.Unit);
        payload.Set("box", BoxValue.Of(fact.Box));
        payload.Set("confidence", fact.Confidence);
        payload.Set("read_by", (long)fact.ReadBy);
        payload.Set("doubt", fact.Doubt);
        payload.Set("ordinal", fact.Ordinal);
        if (fact.Typed is { } typed)
        {
            payload.Set("typed_min", typed.Min);
            payload.Set("typed_typical", typed.Typical);
            payload.Set("typed_max", typed.Max);
            payload.Set("typed_unit", typed.Unit);
            payload.Set(Field.TypedKind, typed.Kind);
        }
    }

    /// <summary>Reads the fact with its sheet's title and revision.</summary>
    public static IndexEntry Read(MapField<string, Value> payload) => new(
        new Fact
        {
            Document = payload.Text(Field.Document),
            Id = payload.Text("id"),
            Page = (int)payload.Integer("page"),
            Product = payload.Text("product"),
            Section = payload.Text("section"),
            Attribute = payload.Text("attribute"),
            Condition = payload.Text("condition"),
            Value = payload.Text("value"),
            Unit = payload.Text("unit"),
            Box = BoxValue.Read(payload.List("box")),
            Confidence = payload.Number("confidence"),
            ReadBy = (ReadBy)payload.Integer("read_by"),
            Doubt = payload.TextOrNull("doubt"),
            Typed = payload.TextOrNull(Field.TypedKind) is { } kind
                ? new TypedValue(
                    payload.NumberOrNull("typed_min"), payload.NumberOrNull("typed_typical"), payload.NumberOrNull("typed_max"), payload.Text("typed_unit"), kind)
                : null,
            Ordinal = (int)payload.Integer("ordinal"),
        },
        null,
        payload.Text("title"),
        payload.TextOrNull("revision"));
}
