using System.ComponentModel.DataAnnotations;

namespace HybridAssistant.Unanswered;

/// <summary>Settings of the list of questions that no sheet answers, under the key "Unanswered".</summary>
public sealed class UnansweredOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Unanswered";

    /// <summary>Whether such questions are kept: they are customers' own words. Default: no.</summary>
    public bool Enabled { get; set; }

    /// <summary>The file they are kept in; replicas name one shared place. Default: "unanswered.db" in the data folder.</summary>
    public string? Path { get; set; }

    /// <summary>Days after which a question that nobody asks again is dropped, 1 to 36,500. Default 90.</summary>
    [Range(1, 36_500, ErrorMessage = "Unanswered:RetentionDays must be between {1} and {2}.")]
    public int RetentionDays { get; set; } = 90;
}
