using System.Collections.Immutable;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Checks;

/// <summary>All rules of a server that the index relies on.</summary>
public static class QdrantChecks
{
    /// <summary>The checks, in the order in which a report lists them.</summary>
    public static ImmutableArray<QdrantCheck> All { get; } =
        [.. ServerChecks.All, .. CollectionChecks.All, .. WriteChecks.All, .. ReadChecks.All, .. SearchChecks.All, .. FusionChecks.All];
}
