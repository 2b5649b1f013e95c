namespace HybridAssistant.Api.Observability;

/// <summary>What is logged of questions, under the key "Logging".</summary>
public sealed class RequestLogOptions
{
    /// <summary>The configuration section, which the framework's logging shares.</summary>
    public const string Section = "Logging";

    /// <summary>Whether each answer is a line: id, status, what worded it, time. Default: no.</summary>
    public bool Requests { get; set; }

    /// <summary>Whether question and answer are logged too; both are customers' matter. Default: no.</summary>
    public bool Content { get; set; }
}
