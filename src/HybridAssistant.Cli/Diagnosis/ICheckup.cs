namespace HybridAssistant.Cli.Diagnosis;

/// <summary>Looks at one thing that the assistant needs.</summary>
internal interface ICheckup
{
    /// <summary>What is looked at.</summary>
    string Subject { get; }

    /// <summary>Looks.</summary>
    Task<CheckupResult> ExamineAsync(CancellationToken cancellationToken);
}
