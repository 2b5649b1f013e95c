namespace HybridAssistant.Ingestion;

/// <summary>A path given to ingest cannot be used: there is nothing there, no PDF in it, or no right to read it.</summary>
/// <param name="path">The path as given.</param>
/// <param name="message">What is wrong with it and what to do.</param>
public sealed class IngestionPathException(string path, string message) : Exception(message)
{
    /// <summary>The path as given.</summary>
    public string Path { get; } = path;
}
