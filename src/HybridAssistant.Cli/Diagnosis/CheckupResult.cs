namespace HybridAssistant.Cli.Diagnosis;

/// <summary>What a checkup found.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Remedy">The command that mends it; null where nothing needs to be.</param>
internal sealed record CheckupResult(Severity Severity, string Finding, string? Remedy = null)
{
    public static CheckupResult Sound(string finding) => new(Severity.Sound, finding);

    public static CheckupResult Limited(string finding, string remedy) => new(Severity.Limited, finding, remedy);

    public static CheckupResult Broken(string finding, string remedy) => new(Severity.Broken, finding, remedy);
}
