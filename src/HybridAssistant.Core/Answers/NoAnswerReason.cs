namespace HybridAssistant.Core.Answers;

/// <summary>Why a question is not answered or is asked back.</summary>
public enum NoAnswerReason
{
    /// <summary>It is answered.</summary>
    None,

    /// <summary>No retrieved fact states what was asked.</summary>
    NotStated,

    /// <summary>The product that the question names is on no sheet.</summary>
    UnknownProduct,

    /// <summary>The product that the question names is on no sheet, but one of a near spelling is.</summary>
    NearMiss,

    /// <summary>Several products fit.</summary>
    SeveralProducts,

    /// <summary>Outside the field.</summary>
    OutOfField,

    /// <summary>An attempt to instruct the assistant.</summary>
    Instruction,

    /// <summary>A language that the lexicon does not cover.</summary>
    Language,
}
