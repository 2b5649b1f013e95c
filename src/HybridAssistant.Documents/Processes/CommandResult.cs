namespace HybridAssistant.Documents.Processes;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code; null where it was ended for time or for too much output.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error, at most the first few thousand characters.</param>
internal sealed record CommandResult(int? ExitCode, byte[] Output, string Errors)
{
    /// <summary>Whether it ended by itself with exit code 0.</summary>
    public bool Succeeded => ExitCode == 0;
}
