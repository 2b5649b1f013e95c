namespace HybridAssistant.QdrantDouble.Versions;

/// <summary>What differs between server versions beyond fields that an older one does not know.</summary>
internal sealed record ServerRules(Version Version)
{
    private static readonly Version OldestKnown = new(1, 15, 0);
    private static readonly Version NewestKnown = new(1, 20, 0);

    /// <summary>Vectors in answers fill the oneof (since 1.17.0); before, the legacy fields.</summary>
    public bool VectorsInOneof { get; } = Version >= new Version(1, 17, 0);

    /// <summary>Dimensions are checked before the write is logged, whatever <c>wait</c> says (since 1.18.1).</summary>
    public bool DimensionsCheckedFirst { get; } = Version >= new Version(1, 18, 1);

    /// <summary>Information on a collection has its update queue (since 1.17.0).</summary>
    public bool ReportsUpdateQueue { get; } = Version >= new Version(1, 17, 0);

    /// <exception cref="ArgumentException">The double does not know that version.</exception>
    public static ServerRules For(Version version)
    {
        var full = new Version(version.Major, version.Minor, Math.Max(version.Build, 0));
        return full >= OldestKnown && full < NewestKnown
            ? new ServerRules(full)
            : throw new ArgumentException($"The double knows Qdrant 1.15 to 1.19, not {version}.", nameof(version));
    }
}
