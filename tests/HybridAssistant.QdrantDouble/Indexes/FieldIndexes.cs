using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Indexes;

/// <summary>What a declared payload index is called in answers, and what it keeps.</summary>
internal static class FieldIndexes
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: the type is not said.</exception>
    public static PayloadSchemaInfo Schema(CreateFieldIndexCollection request)
    {
        if (!request.HasFieldType && request.FieldIndexParams is null)
        {
            throw Refusal.WrongInput("Unable to infer type for the field. Please specify `field_schema`");
        }

        var type = request.HasFieldType ? request.FieldType : TypeOf(request.FieldIndexParams!.IndexParamsCase);
        return new PayloadSchemaInfo
        {
            DataType = type switch
            {
                FieldType.Keyword => PayloadSchemaType.Keyword,
                FieldType.Integer => PayloadSchemaType.Integer,
                FieldType.Float => PayloadSchemaType.Float,
                FieldType.Geo => PayloadSchemaType.Geo,
                FieldType.Text => PayloadSchemaType.Text,
                FieldType.Bool => PayloadSchemaType.Bool,
                FieldType.Datetime => PayloadSchemaType.Datetime,
                FieldType.Uuid => PayloadSchemaType.Uuid,
                _ => throw Refusal.Malformed("cannot convert field type"),
            },
            Params = request.FieldIndexParams,
        };
    }

    public static IFieldIndex Create(FieldPath path, PayloadSchemaInfo schema) => schema.DataType switch
    {
        PayloadSchemaType.Keyword or PayloadSchemaType.Uuid => new KeywordIndex(path),
        PayloadSchemaType.Integer or PayloadSchemaType.Float => new NumberIndex(path),
        PayloadSchemaType.Text => new TextIndex(path, schema.Params?.TextIndexParams ?? new TextIndexParams { Tokenizer = TokenizerType.Word }),
        _ => new DeclaredIndex(path),
    };

    /// <summary>A range or an order may go by it: a number's or a date's index, unless an integer's was made for lookups only.</summary>
    public static bool IsOrdered(PayloadSchemaInfo? schema) => schema?.DataType switch
    {
        PayloadSchemaType.Integer => schema.Params?.IntegerIndexParams is not { HasRange: true, Range: false },
        PayloadSchemaType.Float or PayloadSchemaType.Datetime => true,
        _ => false,
    };

    private static FieldType TypeOf(PayloadIndexParams.IndexParamsOneofCase parameters) => parameters switch
    {
        PayloadIndexParams.IndexParamsOneofCase.KeywordIndexParams => FieldType.Keyword,
        PayloadIndexParams.IndexParamsOneofCase.IntegerIndexParams => FieldType.Integer,
        PayloadIndexParams.IndexParamsOneofCase.FloatIndexParams => FieldType.Float,
        PayloadIndexParams.IndexParamsOneofCase.GeoIndexParams => FieldType.Geo,
        PayloadIndexParams.IndexParamsOneofCase.TextIndexParams => FieldType.Text,
        PayloadIndexParams.IndexParamsOneofCase.BoolIndexParams => FieldType.Bool,
        PayloadIndexParams.IndexParamsOneofCase.DatetimeIndexParams => FieldType.Datetime,
        PayloadIndexParams.IndexParamsOneofCase.UuidIndexParams => FieldType.Uuid,
        _ => throw Refusal.Malformed("cannot convert field type"),
    };
}
