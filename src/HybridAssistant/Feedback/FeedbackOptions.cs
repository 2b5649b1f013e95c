using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Feedback;

/// <summary>Settings of what users say of answers, under the key "Feedback".</summary>
public sealed class FeedbackOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Feedback";

    /// <summary>The file it is kept in; replicas name one shared place. Default: "feedback.db" in the data folder.</summary>
    public string? Path { get; set; }

    /// <summary>Days it is kept, 1 to 36,500. Default 365.</summary>
    [Range(1, 36_500, ErrorMessage = "Feedback:RetentionDays must be between {1} and {2}.")]
    public int RetentionDays { get; set; } = 365;
}
