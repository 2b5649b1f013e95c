using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Knowledge.Indexing.Qdrant;

/// <summary>Where Qdrant is and how the index uses it. Section <c>Index:Qdrant</c>.</summary>
public sealed class QdrantOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Index:Qdrant";

    /// <summary>Address of the gRPC port, <c>http://</c> or <c>https://</c>. Default <c>http://localhost:6334</c>.</summary>
    [Required(ErrorMessage = "Index:Qdrant:Address is missing.")]
    [RegularExpression(@"https?://[^\s/]+/?", ErrorMessage = "Index:Qdrant:Address must be the address of the gRPC port, such as 'http://localhost:6334'.")]
    public string Address { get; set; } = "http://localhost:6334";

    /// <summary>Key that the server asks for; none by default. Never sent in clear text to another machine.</summary>
    public string? ApiKey { get; set; }

    /// <summary>SHA-256 thumbprint of a certificate of the server's chain, for a server whose certificate no authority vouches for.</summary>
    [RegularExpression("(?:[0-9A-Fa-f]{2}[:-]?){32}", ErrorMessage = "Index:Qdrant:CertificateThumbprint must be a SHA-256 thumbprint: 64 hexadecimal digits.")]
    public string? CertificateThumbprint { get; set; }

    /// <summary>Alias of the corpus' collection; the collections themselves are named after it. Default <c>hybrid-assistant</c>.</summary>
    [Required(ErrorMessage = "Index:Qdrant:Collection is missing.")]
    [RegularExpression("[A-Za-z0-9._-]{1,200}", ErrorMessage = "Index:Qdrant:Collection must be 1 to 200 letters, digits, '.', '_' or '-'.")]
    public string Collection { get; set; } = "hybrid-assistant";

    /// <summary>Longest time of one call, 0.1 s to 10 min. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true, ErrorMessage = "Index:Qdrant:CallTimeout must be between 0.1 s and 10 min (00:10:00).")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts of one call in all, 1 to 10. Default 5: rides out about 1.5 s without a server.</summary>
    [Range(1, 10, ErrorMessage = "Index:Qdrant:Attempts must be between {1} and {2}.")]
    public int Attempts { get; set; } = 5;

    /// <summary>Whether vectors are compared with all others instead of through the HNSW graph: slower, never approximate. Default false.</summary>
    public bool Exact { get; set; }

    /// <summary>Where the lanes of a search are fused.</summary>
    public QdrantFusion Fusion { get; set; } = QdrantFusion.Lanes;

    /// <summary>Replicas of each shard of a new collection, 1 to 16. Default 1.</summary>
    [Range(1, 16, ErrorMessage = "Index:Qdrant:ReplicationFactor must be between {1} and {2}.")]
    public int ReplicationFactor { get; set; } = 1;

    /// <summary>Replicas that must have a write before it counts, 1 to 16. Default 1.</summary>
    [Range(1, 16, ErrorMessage = "Index:Qdrant:WriteConsistencyFactor must be between {1} and {2}.")]
    public int WriteConsistencyFactor { get; set; } = 1;

    /// <summary>Shards of a new collection, 1 to 1,000; null (default): the server's own choice, one for each node.</summary>
    [Range(1, 1_000, ErrorMessage = "Index:Qdrant:ShardNumber must be between {1} and {2}.")]
    public int? ShardNumber { get; set; }

    /// <summary>Points of one write at most, 1 to 10,000. Default 256 (Qdrant's bulk upload guide: 64 to 256).</summary>
    [Range(1, 10_000, ErrorMessage = "Index:Qdrant:BatchPoints must be between {1} and {2}.")]
    public int BatchPoints { get; set; } = 256;

    /// <summary>Bytes of one write at most (a larger point goes alone), 64 KiB to 64 MiB. Default 4 MiB.</summary>
    [Range(65_536, 67_108_864, ErrorMessage = "Index:Qdrant:BatchBytes must be between {1} and {2}.")]
    public int BatchBytes { get; set; } = 4 * 1_048_576;

    /// <summary>Writes under way at once, 1 to 64. Default 4 (Qdrant's bulk upload guide: 2 to 4 streams).</summary>
    [Range(1, 64, ErrorMessage = "Index:Qdrant:BatchesInFlight must be between {1} and {2}.")]
    public int BatchesInFlight { get; set; } = 4;

    /// <summary>
    /// Seconds for which a writer's turn holds without being renewed, 5 to 600. Default 30: for so long the others wait when a
    /// writer has crashed. The clocks of writing machines must agree to much less than this.
    /// </summary>
    [Range(5, 600, ErrorMessage = "Index:Qdrant:LeaseSeconds must be between {1} and {2}.")]
    public int LeaseSeconds { get; set; } = 30;
}
