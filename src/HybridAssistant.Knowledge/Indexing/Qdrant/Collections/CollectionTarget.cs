using System.Globalization;

namespace HybridAssistant.Knowledge.Indexing.Qdrant.Collections;

/// <summary>Which collection is meant: the one behind an alias. The collections themselves are numbered.</summary>
/// <param name="Alias">The alias.</param>
/// <param name="Name">What the names of the collections begin with.</param>
internal sealed record CollectionTarget(string Alias, string Name)
{
    /// <summary>The index in use.</summary>
    public static CollectionTarget Live(QdrantOptions options) => new(options.Collection, options.Collection);

    /// <summary>The index that a rebuild fills.</summary>
    public static CollectionTarget Draft(QdrantOptions options) => new(options.Collection + ".draft", options.Collection);

    /// <summary>Name of a collection.</summary>
    public string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"{Name}-{number}");

    /// <summary>Number of a collection; null where it is none of these.</summary>
    public int? NumberOf(string collection) =>
        collection.StartsWith(Name + "-", StringComparison.Ordinal)
        && int.TryParse(collection.AsSpan(Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
