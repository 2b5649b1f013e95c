namespace HybridAssistant.Documents.FrontMatter;

/// <summary>A front-matter file is not what it must be. The message says what, where, and what is allowed.</summary>
public sealed class FrontMatterException : Exception
{
    /// <summary>An error in a file.</summary>
    public FrontMatterException(string fileName, int line, string message, Exception? inner = null)
        : base($"Front matter '{fileName}', line {line}: {message}", inner)
    {
        FileName = fileName;
        Line = line;
    }

    /// <summary>The file, without folder.</summary>
    public string FileName { get; }

    /// <summary>Line of the error, counted from 1.</summary>
    public int Line { get; }
}
