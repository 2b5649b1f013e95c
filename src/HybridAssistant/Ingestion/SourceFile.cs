namespace HybridAssistant.Ingestion;

/// <summary>A PDF to take in.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Origin">Where the document came from, as the index keeps it: the path, but for stored copies.</param>
internal readonly record struct SourceFile(string Path, string Origin)
{
    /// <summary>A PDF that is taken in from where it lies.</summary>
    public SourceFile(string path)
        : this(path, path)
    {
    }

    /// <summary>File name: the document's name everywhere.</summary>
    public string Document => System.IO.Path.GetFileName(Path);
}
