namespace HybridAssistant.Ingestion;

/// <summary>A PDF to take in.</summary>
/// <param name="Path">Full path.</param>
internal readonly record struct SourceFile(string Path)
{
    /// <summary>File name: the document's name everywhere.</summary>
    public string Document => System.IO.Path.GetFileName(Path);
}
