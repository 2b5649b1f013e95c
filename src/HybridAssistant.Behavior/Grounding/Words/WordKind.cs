namespace HybridAssistant.Behavior.Grounding.Words;

/// <summary>Why a word may not stand outside slots.</summary>
[Flags]
public enum WordKind
{
    /// <summary>It may.</summary>
    None = 0,

    /// <summary>It counts: "sixteen", "half", "third".</summary>
    Number = 1,

    /// <summary>It denies or affirms: "not", "without", "yes".</summary>
    Negation = 2,

    /// <summary>It compares or bounds: "higher", "at least", "up to".</summary>
    Comparative = 4,
}
