using System.ComponentModel.DataAnnotations;

namespace HybridAssistant;

/// <summary>Where the assistant keeps what it makes: the settings at the root of the configuration.</summary>
public sealed class HybridAssistantOptions
{
    /// <summary>Folder of the index, the stored documents and the caches. Default: "data" under the working folder.</summary>
    [Required]
    public string Data { get; set; } = "data";
}
