namespace HybridAssistant.Feedback;

/// <summary>What a user thinks of an answer.</summary>
public enum FeedbackRating
{
    /// <summary>It helped.</summary>
    Up,

    /// <summary>It did not.</summary>
    Down,
}
