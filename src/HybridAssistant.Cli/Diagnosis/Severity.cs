namespace HybridAssistant.Cli.Diagnosis;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>As it should be.</summary>
    Sound,

    /// <summary>It works, with something left out.</summary>
    Limited,

    /// <summary>It does not work.</summary>
    Broken,
}
