namespace HybridAssistant.Behavior.Verification;

/// <summary>What is wrong with a text.</summary>
public enum VerificationFaultKind
{
    /// <summary>A digit-bearing run, or a digit of any script, that nothing printed covers.</summary>
    Ungrounded,

    /// <summary>A number that is spelled out.</summary>
    NumberWord,

    /// <summary>A word in capitals that is printed nowhere: it reads as a code.</summary>
    Code,

    /// <summary>A letter of another script, or a character that cannot be seen.</summary>
    LookAlike,

    /// <summary>It denies or affirms by itself.</summary>
    Negation,

    /// <summary>It compares or bounds by itself.</summary>
    Comparative,

    /// <summary>A chosen value is not said.</summary>
    MissingValue,

    /// <summary>The verdict is not said, or not first.</summary>
    MissingVerdict,

    /// <summary>A value is said with another product, attribute or unit than its own.</summary>
    Misattributed,
}
