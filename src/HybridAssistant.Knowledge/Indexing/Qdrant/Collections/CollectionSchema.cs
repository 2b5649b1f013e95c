using System.Collections.Immutable;
using HybridAssistant.Knowledge.Indexing.Qdrant.Points;
using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Collections;

/// <summary>What a collection is made of. A change here, or of the points, is a new format: raise <see cref="IndexState.CurrentFormat"/>.</summary>
internal static class CollectionSchema
{
    // Values beyond it are rare and are clipped: Qdrant's documented default advice.
    private const float Quantile = 0.99f;

    /// <summary>Fields that filters know. They are indexed before there are points, so that the graph is built with them in mind.</summary>
    public static ImmutableArray<(string Name, FieldType Type)> IndexedFields { get; } =
    [
        (Field.Kind, FieldType.Keyword),
        (Field.Document, FieldType.Keyword),
        (Field.ProductKey, FieldType.Keyword),
        (Field.TypedKind, FieldType.Keyword),
        (Field.Code, FieldType.Keyword),
        (Field.CodePrefixes, FieldType.Keyword),
        (Field.CodeLength, FieldType.Integer),
        (Field.From, FieldType.Integer),
        (Field.To, FieldType.Integer),
        (Field.SupersededAt, FieldType.Integer),
        // Of one point each: for servers whose strict mode refuses conditions on fields without an index.
        (Field.Generation, FieldType.Integer),
        (Field.Expires, FieldType.Integer),
        (Field.Holder, FieldType.Keyword),
    ];

    /// <summary>The request that makes a collection.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="dimensions">Length of the dense vectors; 0: none.</param>
    /// <param name="options">Shards and replicas.</param>
    /// <param name="version">Of the server.</param>
    public static CreateCollection Create(string name, int dimensions, QdrantOptions options, QdrantVersion version)
    {
        var request = new CreateCollection
        {
            CollectionName = name,
            ReplicationFactor = (uint)options.ReplicationFactor,
            WriteConsistencyFactor = (uint)options.WriteConsistencyFactor,
            VectorsConfig = new VectorsConfig { ParamsMap = new VectorParamsMap() },
            SparseVectorsConfig = new SparseVectorConfig(),
        };
        if (options.ShardNumber is { } shards)
        {
            request.ShardNumber = (uint)shards;
        }

        if (dimensions > 0)
        {
            request.VectorsConfig.ParamsMap.Map[VectorName.Dense] = Dense(dimensions, version);
        }

        request.SparseVectorsConfig.Map[VectorName.FactText] = new SparseVectorParams { Modifier = Modifier.Idf };
        request.SparseVectorsConfig.Map[VectorName.PassageText] = new SparseVectorParams { Modifier = Modifier.Idf };
        return request;
    }

    /// <summary>Length of the dense vectors of a collection; 0: it has none.</summary>
    public static int Dimensions(CollectionInfo info) =>
        info.Config?.Params?.VectorsConfig?.ParamsMap?.Map.TryGetValue(VectorName.Dense, out VectorParams? dense) == true ? (int)dense.Size : 0;

    private static VectorParams Dense(int dimensions, QdrantVersion version)
    {
        var scalar = new ScalarQuantization { Type = QuantizationType.Int8, Quantile = Quantile };
        var dense = new VectorParams
        {
            Size = (ulong)dimensions,
            Distance = Distance.Cosine,
            QuantizationConfig = new QuantizationConfig { Scalar = scalar },
        };
        if (version is { Major: 1, Minor: < 19 })
        {
#pragma warning disable CS0612 // The placement of version 1.19, which an older server passes over.
            scalar.AlwaysRam = true;
            dense.OnDisk = true;
#pragma warning restore CS0612
        }
        else
        {
            scalar.Memory = Memory.Pinned;
            dense.Memory = Memory.Cold;
        }

        return dense;
    }
}
