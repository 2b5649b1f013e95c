namespace HybridAssistant.Knowledge.Indexing.Qdrant.Points;

/// <summary>What a point stands for.</summary>
internal static class PointKind
{
    /// <summary>A fact that may be quoted.</summary>
    public const string Fact = "fact";

    /// <summary>A fact that must not be quoted: kept, never searched.</summary>
    public const string Doubtful = "doubtful";

    /// <summary>A passage.</summary>
    public const string Passage = "passage";

    /// <summary>A printed or composed code.</summary>
    public const string Code = "code";

    /// <summary>A document.</summary>
    public const string Document = "document";

    /// <summary>What the last replacement of a document changed.</summary>
    public const string Change = "change";

    /// <summary>The state of the collection.</summary>
    public const string Meta = "meta";

    /// <summary>The writer whose turn it is.</summary>
    public const string Lease = "lease";
}
