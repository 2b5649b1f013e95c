namespace HybridAssistant.Evaluation.Cases;

/// <summary>A case file that cannot be used: says the file, the line and what is wrong there.</summary>
public sealed class CaseFormatException(string path, int line, string problem)
    : Exception($"{path}, line {line}: {problem}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; } = line;
}
