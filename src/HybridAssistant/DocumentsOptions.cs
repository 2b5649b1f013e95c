namespace HybridAssistant;

/// <summary>Where the PDFs are kept, under the key "Documents".</summary>
public sealed class DocumentsOptions
{
    /// <summary>Folder that keeps a copy of each PDF, so that citations stay openable. Default: "documents" under the data folder.</summary>
    public string? Path { get; set; }

    /// <summary>
    /// Whether sheets are read in processes of their own where the application provides one (the command line does), so
    /// that a hostile file cannot end the service. Default: true.
    /// </summary>
    public bool Isolation { get; set; } = true;
}
