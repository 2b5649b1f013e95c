using Qdrant.Client.Grpc;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>The state of a collection: one small point, which alone says what readers see.</summary>
internal sealed record IndexState
{
    /// <summary>Format that this program reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The collection's own name, whatever alias it was asked by.</summary>
    public required string Collection { get; init; }

    /// <summary>Format of the points.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The generation that readers see.</summary>
    public long Generation { get; init; }

    /// <summary>Fingerprint of the model that made the vectors; null: there are none.</summary>
    public string? Embedder { get; init; }

    /// <summary>Length of the collection's dense vectors; 0: it has none.</summary>
    public int Dimensions { get; init; }

    /// <summary>Mean lengths of lines in the stored weights.</summary>
    public LineLengths Lengths { get; init; } = LineLengths.Default;

    /// <summary>Number of documents of the generation.</summary>
    public int Documents { get; init; }

    /// <summary>Version of the content of the generation: tells a reader that what it gathered step by step is whole.</summary>
    public string Version { get; init; } = "";

    /// <summary>The turn in which the generation was committed: tells a writer whose answer was lost that it was its own.</summary>
    public string Writer { get; init; } = "";

    /// <summary>When a rebuilt collection took this one's place, in milliseconds of Unix time; null: it has its place.</summary>
    public long? SupersededAt { get; init; }

    /// <summary>The point.</summary>
    public PointStruct ToPoint()
    {
        PointStruct point = PointMaker.WithoutVectors(PointIds.Meta);
        point.Payload.Set(Field.Kind, PointKind.Meta);
        point.Payload.Set("collection", Collection);
        point.Payload.Set("format", Format);
        point.Payload.Set(Field.Generation, Generation);
        point.Payload.Set("embedder", Embedder);
        point.Payload.Set("dimensions", Dimensions);
        point.Payload.Set("fact_length", Lengths.Facts);
        point.Payload.Set("passage_length", Lengths.Passages);
        point.Payload.Set("documents", Documents);
        point.Payload.Set("version", Version);
        point.Payload.Set("writer", Writer);
        point.Payload.Set(Field.SupersededAt, SupersededAt);
        return point;
    }

    /// <summary>Reads the point.</summary>
    public static IndexState Read(RetrievedPoint point) => new()
    {
        Collection = point.Payload.Text("collection"),
        Format = (int)point.Payload.Integer("format"),
        Generation = point.Payload.Integer(Field.Generation),
        Embedder = point.Payload.TextOrNull("embedder"),
        Dimensions = (int)point.Payload.Integer("dimensions"),
        Lengths = new LineLengths(point.Payload.Number("fact_length"), point.Payload.Number("passage_length")),
        Documents = (int)point.Payload.Integer("documents"),
        Version = point.Payload.TextOrNull("version") ?? "",
        Writer = point.Payload.TextOrNull("writer") ?? "",
        SupersededAt = point.Payload.ContainsKey(Field.SupersededAt) ? point.Payload.Integer(Field.SupersededAt) : null,
    };
}
