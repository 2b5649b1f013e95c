namespace HybridAssistant.Cli.Output;

/// <summary>A line of `doctor --json`.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Severity">sound, limited or broken.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Remedy">What mends it.</param>
internal sealed record CheckupLine(string Subject, string Severity, string Finding, string? Remedy);
