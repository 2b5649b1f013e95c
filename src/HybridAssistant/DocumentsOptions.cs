namespace HybridAssistant;

/// <summary>Where the PDFs are kept, under the key "Documents".</summary>
public sealed class DocumentsOptions
{
    /// <summary>Folder that keeps a copy of each PDF, so that citations stay openable. Default: "documents" under the data folder.</summary>
    public string? Path { get; set; }
}
