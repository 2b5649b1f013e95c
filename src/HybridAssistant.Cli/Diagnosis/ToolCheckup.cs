namespace HybridAssistant.Cli.Diagnosis;

/// <summary>A program that is run as a process of its own.</summary>
internal sealed class ToolCheckup(string program, string package, string purpose) : ICheckup
{
    public string Subject => program;

    /// <summary>The path of a program; null where it is not on the PATH.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    public Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult(Find(program) is { } path
        ? CheckupResult.Sound(path)
        : CheckupResult.Limited($"not installed; {purpose}", $"apt-get install -y --no-install-recommends {package}"));
}
