using System.ComponentModel.DataAnnotations;

namespace HybridAssistant;

/// <summary>Where the assistant keeps what it makes: the settings at the root of the configuration.</summary>
public sealed class HybridAssistantOptions
{
    /// <summary>Folder of the index, the stored documents and the caches. Default: "data" under the working folder.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Data is empty; set it to the folder of the index (HYBRID__Data, --data).")]
    public string Data { get; set; } = "data";

    /// <summary>Settings of the stored documents.</summary>
    public DocumentsOptions Documents { get; set; } = new();

    /// <summary>Path of the index file.</summary>
    public string IndexPath => Path.Combine(Data, "index.db");

    /// <summary>Folder of the stored documents.</summary>
    public string DocumentsPath => Documents.Path ?? Path.Combine(Data, "documents");
}
