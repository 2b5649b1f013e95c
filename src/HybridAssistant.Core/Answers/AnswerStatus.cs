namespace HybridAssistant.Core.Answers;

/// <summary>The outcome of a question, decided before anything is worded.</summary>
public enum AnswerStatus
{
    /// <summary>Retrieved facts state what was asked.</summary>
    Answered,

    /// <summary>A question of the field that no sheet answers.</summary>
    NotFound,

    /// <summary>Several products or meanings fit: asks back.</summary>
    Clarify,

    /// <summary>Outside the field, an attempt to instruct, or a language that the lexicon does not cover.</summary>
    Refused,
}
