namespace HybridAssistant.Behavior.Verification;

/// <summary>What a printed text is of its line.</summary>
internal enum PrintedKind
{
    /// <summary>The value, with its unit where it has one.</summary>
    Value,

    /// <summary>The value without the unit that is printed apart.</summary>
    BareValue,

    /// <summary>The product.</summary>
    Product,

    /// <summary>The label.</summary>
    Attribute,

    /// <summary>What qualifies the value.</summary>
    Condition,

    /// <summary>Anything else that is printed or was typed: titles, quotes, conversions, choices.</summary>
    Other,
}
