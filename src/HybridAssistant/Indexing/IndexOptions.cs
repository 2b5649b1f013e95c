using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Indexing;

/// <summary>Where the index is. Section <c>Index</c>; the settings of a server are in <c>Index:Qdrant</c>.</summary>
public sealed class IndexOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Index";

    /// <summary><c>sqlite</c> (default): a file in the data folder. <c>qdrant</c>: the server at <c>Index:Qdrant:Address</c>.</summary>
    [Required(ErrorMessage = "Index:Provider is empty; set it to 'sqlite' or 'qdrant'.")]
    [RegularExpression("(?i:sqlite|qdrant)", ErrorMessage = "Index:Provider must be 'sqlite' or 'qdrant'.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>The provider, once validated.</summary>
    internal IndexProvider Kind => Enum.Parse<IndexProvider>(Provider, ignoreCase: true);
}
